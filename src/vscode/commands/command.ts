import type { CommandId } from './command-ids';

/** Something the person can run. Arguments come from menus and other extensions: they are checked, never trusted. */
export interface Command {
  readonly id: CommandId;
  /** Resolves to what whoever runs it in code may want to know. */
  run(...args: readonly unknown[]): Promise<unknown>;
}
