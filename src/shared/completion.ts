/** What opens the list of the composer: files and symbols, what else can be attached, and recipes. */
export const completionTriggers = ['@', '#', '/'] as const;
export type CompletionTrigger = (typeof completionTriggers)[number];

/** One entry of the list that opens while something is typed in the composer. */
export interface Completion {
  /** The same for the same thing, whatever was typed to find it. */
  readonly id: string;
  readonly icon: CompletionIcon;
  readonly label: string;
  /** What tells it from others of the same name: a folder, lines, what it does. */
  readonly detail?: string;
  /** Takes the place of what was typed; made for the model to read. */
  readonly insert: string;
}

/** A part of the icons of the panel. */
export type CompletionIcon =
  | 'attach'
  | 'braces'
  | 'bulb'
  | 'camera'
  | 'copy'
  | 'edit'
  | 'file'
  | 'insert'
  | 'link'
  | 'open'
  | 'pages'
  | 'picture'
  | 'warning';
