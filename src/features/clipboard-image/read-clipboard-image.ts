import { imageMediaType } from '../../attachments/image/image-media-type';
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
    return unavailable('There is no display on the machine where Iris runs, and so no clipboard.');
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
        return unavailable(`${tool.command} did not answer.`);
      case 'tooLarge':
        return unavailable(`The picture on the clipboard is larger than ${MAX_IMAGE_BYTES / (1024 * 1024)} MB.`);
      case 'exited': {
        const bytes = outcome.code === 0 ? decode(outcome.output, tool) : new Uint8Array();
        // Some owners of a clipboard give their text whatever was asked for.
        return imageMediaType(bytes) === 'image/png' ? { status: 'image', bytes } : emptyClipboard;
      }
    }
  }
  const names = tools.map((tool) => tool.command).join(' or ');
  return unavailable(`Reading it needs ${names}, which ${tools.length > 1 ? 'are' : 'is'} not installed.`);
}

const emptyClipboard: ClipboardImage = {
  status: 'empty',
  message: 'There is no picture on the clipboard. Copy one, or take a screenshot to the clipboard, and try again.',
};

function unavailable(why: string): ClipboardImage {
  return {
    status: 'unavailable',
    message: `The clipboard can't be read. ${why} Paste the picture into the Iris panel instead.`,
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
