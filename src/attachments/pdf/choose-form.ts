import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { PdfAttachment } from '../../shared/attachment/attachment';
import type { PdfOptions } from '../../shared/attachment/options';

export type PdfForm = NonNullable<PdfOptions['form']>;

export interface ChosenForm {
  readonly form: PdfForm;
  /** Why it is another one than the person or the model would have. */
  readonly reasons: readonly string[];
}

/**
 * OpenAI and Anthropic read at most 100 pages of a file, and 32 MB of it: https://platform.openai.com/docs/guides/pdf-files
 * and https://docs.anthropic.com/en/docs/build-with-claude/pdf-support. Base64 makes it longer by a third.
 */
const maxFilePages = 100;
const maxFileBytes = 32 * 1024 * 1024 * 0.75;

/** As the person chose it, where the model takes that; else the richest form that the model takes. */
export function chooseForm(
  { options, instead, source }: Pick<PdfAttachment, 'options' | 'instead' | 'source'>,
  target: ModelTarget,
  pageCount: number,
): ChosenForm {
  const takesPictures = !target.offline && target.capabilities.input?.image !== false;
  const richest: PdfForm = takesPictures ? 'textAndFigures' : 'text';
  if (instead === 'text') {
    return { form: 'text', reasons: [] };
  }
  const wanted = options.form;
  if (wanted === undefined) {
    if (target.capabilities.input?.pdf !== true || !takesFiles(target)) {
      return { form: richest, reasons: [] };
    }
    const obstacle = fileObstacle(source.byteLength, target, pageCount);
    return obstacle === undefined ? { form: 'file', reasons: [] } : { form: richest, reasons: [obstacle] };
  }
  if (wanted === 'file' && (target.capabilities.input?.pdf === false || !takesFiles(target))) {
    return { form: richest, reasons: [t('{0} takes no PDF files.', target.model)] };
  }
  if ((wanted === 'pages' || wanted === 'textAndFigures') && !takesPictures) {
    return {
      form: 'text',
      reasons: [
        target.offline ? t('The built-in reader reads text alone.') : t('{0} takes no pictures.', target.model),
      ],
    };
  }
  return { form: wanted, reasons: [] };
}

/** VS Code hands no files to the models of other extensions. */
function takesFiles({ offline, isLanguageModel }: ModelTarget): boolean {
  return !offline && !isLanguageModel;
}

function fileObstacle(byteLength: number, target: ModelTarget, pageCount: number): string | undefined {
  const { bodyBytes } = findMediaRules(target).request;
  const limit = Math.min(maxFileBytes, bodyBytes === undefined ? Infinity : bodyBytes * 0.7);
  if (pageCount > maxFilePages) {
    return t('Models read at most {0} pages of a PDF file. Choose fewer to send the file itself.', maxFilePages);
  }
  return byteLength > limit
    ? t('The file is larger than the {0} MB that can be sent of it.', Math.floor(limit / (1024 * 1024)))
    : undefined;
}
