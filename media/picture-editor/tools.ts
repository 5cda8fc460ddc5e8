import type { MarkType } from '../../src/shared/attachment/picture-edit';

export const tools = [
  'select',
  'crop',
  'arrow',
  'box',
  'pen',
  'text',
  'number',
  'highlight',
  'blur',
  'redaction',
] as const;
export type Tool = (typeof tools)[number];

/** Pressed alone while the editor has the focus. */
export const toolKeys: Readonly<Record<Tool, string>> = {
  select: 'v',
  crop: 'c',
  arrow: 'a',
  box: 'b',
  pen: 'p',
  text: 't',
  number: 'n',
  highlight: 'h',
  blur: 'u',
  redaction: 'r',
};

export function drawsMarks(tool: Tool): tool is MarkType {
  return tool !== 'select' && tool !== 'crop';
}
