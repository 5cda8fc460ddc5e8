import { t } from '@vscode/l10n';
import { imageMediaType } from '../../media-process/media-type/image-media-type';
import { choiceOf } from '../../shared/list-of';
import { MAX_IMAGE_BYTES } from '../../shared/limits';
import { runTool } from '../../util/run-tool';
import { clipboardTools } from './clipboard-tools';
import type { ClipboardTool } from './clipboard-tools';

export type ClipboardImage =
  | { readonly status: 'image'; readonly bytes: Uint8Array }
  | { readonly status: 'empty'; readonly message: string }
  | { readonly status: 'unavailable'; readonly message: string };

export interface ReadClipboardOptions {
  readonly platform?: NodeJS.Platform;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MILLISECONDS = 10_000;

/** Reads the picture on the clipboard with the operating system's own tools. Throws only the signal's reason. */
export async function readClipboardImage({
  platform = process.platform,
  environment = process.env,
  signal,
}: ReadClipboardOptions = {}): Promise<ClipboardImage> {
  const tools = clipboardTools(platform, environment);
  if (tools.length === 0) {
    return unavailable(t('There is no display on the machine where Iris runs, and so no clipboard.'));
  }
  for (const tool of tools) {
    const outcome = await runTool({
      ...tool,
      maxBytes: tool.encoding === 'bytes' ? MAX_IMAGE_BYTES : MAX_IMAGE_BYTES * 2 + 1024,
      timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      environment,
      signal,
    });
    switch (outcome.status) {
      case 'missing':
        continue;
      case 'timedOut':
        return unavailable(t('{0} did not answer.', tool.command));
      case 'tooLarge':
        return unavailable(t('The picture on the clipboard is larger than {0} MB.', MAX_IMAGE_BYTES / (1024 * 1024)));
      case 'exited': {
        const bytes = outcome.code === 0 ? decode(outcome.output, tool) : new Uint8Array();
        // Some owners of a clipboard give their text whatever was asked for.
        return imageMediaType(bytes) === 'image/png' ? { status: 'image', bytes } : emptyClipboard;
      }
    }
  }
  const names = choiceOf(tools.map((tool) => tool.command));
  return unavailable(
    tools.length > 1
      ? t('Reading it needs {0}, which are not installed.', names)
      : t('Reading it needs {0}, which is not installed.', names),
  );
}

const emptyClipboard: ClipboardImage = {
  status: 'empty',
  message: t('There is no picture on the clipboard. Copy one, or take a screenshot to the clipboard, and try again.'),
};

function unavailable(why: string): ClipboardImage {
  return {
    status: 'unavailable',
    message: t("The clipboard can't be read. {0} Paste the picture into the Iris panel instead.", why),
  };
}

function decode(output: Buffer, { encoding }: ClipboardTool): Uint8Array {
  switch (encoding) {
    case 'bytes':
      return output;
    case 'base64':
      return Buffer.from(output.toString('latin1'), 'base64');
    case 'appleScriptData': {
      const hexadecimal = /«data \w{4}([\dA-F]+)»/i.exec(output.toString('utf8'))?.[1];
      return Buffer.from(hexadecimal ?? '', 'hex');
    }
  }
}
