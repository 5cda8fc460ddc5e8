import * as vscode from 'vscode';
import type { Example } from '../../shared/protocol';
import { commandIds } from './command-ids';

const commands: Readonly<Record<Example, string>> = {
  demoImage: commandIds.askAboutDemoImage,
  screenshot: commandIds.askAboutScreenshot,
  addEndpoint: commandIds.addEndpoint,
};

/** One of the things to try that an empty chat offers. */
export async function startExample(example: Example): Promise<void> {
  await vscode.commands.executeCommand(commands[example]);
}
