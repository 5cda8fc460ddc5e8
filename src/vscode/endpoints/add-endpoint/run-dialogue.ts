import { emptyDraft } from '../../../features/add-endpoint/endpoint-draft';
import { runSteps } from '../../input/run-steps';
import type { EndpointServices } from '../endpoint-services';
import { addressStep } from './address-step';
import { apiVersionStep } from './api-version-step';
import { keyStep } from './key-step';
import { modelStep } from './model-step';
import { nameStep } from './name-step';
import { saveEndpoint } from './save-endpoint';
import { serverStep } from './server-step';
import { showResult } from './show-result';
import { testStep } from './test-step';

/** Sets up an endpoint step by step. Nothing is kept unless the person comes to the end. */
export async function runDialogue(services: EndpointServices): Promise<void> {
  const { endpoints, models } = services;
  const draft = await runSteps(emptyDraft, [
    serverStep,
    addressStep,
    apiVersionStep,
    nameStep(endpoints),
    keyStep,
    modelStep(models),
    testStep(models),
  ]);
  const result = draft && (await saveEndpoint(draft, services));
  if (draft && result?.saved) {
    await showResult(draft, result.keptIn);
  }
}
