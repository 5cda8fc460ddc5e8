import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { MAX_IMAGE_BYTES } from '../../shared/limits';
import { runTool } from '../../util/run-tool';
import type { Screenshot } from './screenshot';
import { captureFailed } from './screenshot-failures';
import { FILE } from './screenshot-tools';
import type { ScreenshotTool } from './screenshot-tools';

const SCREEN_TIMEOUT = 20_000;
/** The person draws the region in this time. */
const REGION_TIMEOUT = 120_000;

/** Runs a program of the system. Some can only write files; theirs is private, read once and removed at once. */
export async function runScreenshotTool(
  tool: ScreenshotTool,
  kind: 'screen' | 'region',
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<Screenshot> {
  const folder = tool.output === 'file' ? await mkdtemp(join(tmpdir(), 'iris-screenshot-')) : undefined;
  try {
    const file = folder && join(folder, 'screenshot.png');
    const given = (kind === 'region' ? tool.region : tool.screen) ?? [];
    const outcome = await runTool({
      command: tool.command,
      arguments: given.map((argument) => (argument === FILE ? (file ?? '') : argument)),
      maxBytes: MAX_IMAGE_BYTES * 2,
      timeoutMilliseconds: kind === 'region' ? REGION_TIMEOUT : SCREEN_TIMEOUT,
      environment,
      signal,
    });
    if (outcome.status !== 'exited') {
      return captureFailed(words[outcome.status](tool.command));
    }
    const bytes = await pictureOf(outcome.output, tool, file);
    if (bytes.byteLength > 0) {
      return { status: 'taken', bytes };
    }
    return kind === 'region'
      ? { status: 'cancelled' }
      : captureFailed(firstLine(outcome.errors) || t('{0} failed', tool.command));
  } finally {
    if (folder) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

const words = {
  missing: (tool: string) => t('{0} is not installed', tool),
  timedOut: (tool: string) => t('{0} did not answer', tool),
  tooLarge: (tool: string) => t('{0} returned too much', tool),
} as const;

async function pictureOf(output: Buffer, tool: ScreenshotTool, file: string | undefined): Promise<Uint8Array> {
  switch (tool.output) {
    case 'bytes':
      return output;
    case 'base64':
      return Buffer.from(output.toString('latin1'), 'base64');
    case 'file':
      // There is none when the person pressed Escape.
      return await readFile(file ?? '').catch(() => new Uint8Array());
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
