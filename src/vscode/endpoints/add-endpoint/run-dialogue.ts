import type { EndpointDraft } from '../../../features/add-endpoint/endpoint-draft';
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

/**
 * Sets up an endpoint step by step, or changes one that is saved. Nothing is kept unless the person comes to the end;
 * resolves to whether they did.
 */
export async function runDialogue(initial: EndpointDraft, services: EndpointServices): Promise<boolean> {
  const { endpoints, models } = services;
  const draft = await runSteps(initial, [
    serverStep,
    addressStep,
    apiVersionStep,
    nameStep(endpoints),
    keyStep,
    modelStep(models),
    testStep(models),
  ]);
  const result = draft && (await saveEndpoint(draft, services));
  if (!draft || !result?.saved) {
    return false;
  }
  // A question may wait for this endpoint: it is not kept waiting until the message is closed.
  void showResult(draft, result.keptIn);
  return true;
}
