import type { WorkbenchOptions } from './workbench';
import { Workbench } from './workbench';

/**
 * Gives a `describe` block one VS Code for all its tests. After a failed test the evidence is saved.
 * @param options may be a function where they depend on what a `before` hook has set up
 * @returns gives the workbench while the tests run
 */
export function useWorkbench(options: WorkbenchOptions | (() => WorkbenchOptions) = {}): () => Workbench {
  let workbench: Workbench | undefined;

  before('start VS Code', async function () {
    this.timeout(180_000);
    workbench = await Workbench.start(typeof options === 'function' ? options() : options);
  });

  afterEach('save evidence', async function () {
    if (this.currentTest?.state !== 'failed' || !workbench) return;
    console.log(`      evidence: ${await workbench.saveEvidence(this.currentTest.fullTitle())}`);
  });

  after('stop VS Code', async function () {
    this.timeout(60_000);
    await workbench?.stop();
  });

  return () => {
    if (!workbench) throw new Error('VS Code runs only during tests.');
    return workbench;
  };
}
