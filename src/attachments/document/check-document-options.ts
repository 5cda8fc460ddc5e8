import { t } from '@vscode/l10n';
import type { AttachmentOptions, DocumentOptions } from '../../shared/attachment/options';
import type { CheckedOptions } from '../check-options';

/** Whether options that a page sent are those of a document. */
export function checkDocumentOptions(options: AttachmentOptions): CheckedOptions {
  const { pictures, ...others }: DocumentOptions & Readonly<Record<string, unknown>> = { ...options };
  if (Object.keys(others).length > 0 || (pictures !== undefined && typeof pictures !== 'boolean')) {
    return { status: 'refused', reason: t('Of a document it can only be chosen whether its pictures are sent.') };
  }
  return { status: 'valid', options: pictures === undefined ? {} : { pictures } };
}
