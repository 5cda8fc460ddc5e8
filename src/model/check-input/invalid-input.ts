import { ModelError } from '../model-error';

/** `problem` is a whole sentence that names the argument and what it must be. */
export function invalidInput(problem: string): ModelError {
  return new ModelError('invalidInput', problem);
}

/** Names a value in a sentence without repeating what it holds. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  if (Array.isArray(value)) {
    return 'an array';
  }
  if (typeof value === 'object') {
    const [, name = 'Object'] = /^\[object (\w+)\]$/.exec(Object.prototype.toString.call(value)) ?? [];
    return name === 'Object' ? 'an object' : `of type ${name}`;
  }
  return `a ${typeof value}`;
}
