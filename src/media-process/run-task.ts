import type { TaskContext } from './task-context';
import type { TaskCall, TaskName, Tasks } from './protocol';

/** Does one task. Decoders are loaded by the first task that needs them. */
export async function runTask(call: TaskCall, context: TaskContext): Promise<Tasks[TaskName]['output']> {
  switch (call.name) {
    case 'prepareImage': {
      const { prepareImage } = await import('./image/prepare-image');
      return prepareImage(call.input, context);
    }
    case 'cropImage': {
      const { cropImage } = await import('./image/crop-image');
      return cropImage(call.input, context);
    }
    case 'readText': {
      const { readText } = await import('./ocr/read-text');
      return readText(call.input, context);
    }
    case 'listTargets': {
      const { listTargets } = await import('./screen/list-targets');
      return listTargets();
    }
    case 'captureTarget': {
      const { captureTarget } = await import('./screen/capture-target');
      return captureTarget(call.input.target);
    }
  }
}
