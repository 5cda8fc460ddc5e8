import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/vscode/commands/command-ids';
import { irisApi, irisExtension } from './support/iris';
import { manifest } from './support/manifest';

describe('contributions', () => {
  const { contributes, capabilities } = manifest();
  const contributed = contributes.commands.map(({ command }) => command).sort();

  it('have each command that the code knows, and no other', () => {
    assert.deepEqual(contributed, Object.values(commandIds).sort());
  });

  it('have a handler for each command, and no handler without a command', async () => {
    await irisApi();
    const registered = await vscode.commands.getCommands(true);
    // VS Code itself makes commands that show, move and hide the view.
    const own = registered.filter((id) => id.startsWith('iris.') && !id.startsWith('iris.panel.'));
    assert.deepEqual(own.sort(), contributed);
  });

  it('are listed in the palette as "Iris: …", each by a title of its own', () => {
    const titles = contributes.commands.map(({ title, category }) => (category ? `${category}: ${title}` : title));
    assert.equal(new Set(titles).size, titles.length);
    for (const title of titles) {
      assert.match(title, /^Iris: \p{Lu}/u);
    }
  });

  it('name only commands of Iris in menus, keybindings and the walkthrough', () => {
    const { menus, keybindings, walkthroughs } = contributes;
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const named = [
      ...Object.values(menus).flatMap((items) => items.map(({ command }) => command)),
      ...keybindings.map(({ command }) => command),
      ...steps.flatMap(({ description }) => [...description.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id ?? '')),
      ...steps.flatMap(({ completionEvents }) => completionEvents.map((event) => event.replace(/^onCommand:/, ''))),
    ];
    assert.deepEqual(
      [...new Set(named)].filter((id) => !contributed.includes(id)),
      [],
    );
  });

  it('name only files that are there', () => {
    const files = [...filesIn(irisExtension().packageJSON)];
    assert(files.length > 5);
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(irisExtension().extensionPath, file))),
      [],
    );
  });

  it('leave no setting to a workspace', () => {
    const settings = Object.entries(contributes.configuration.properties);
    assert(settings.length > 0);
    for (const [name, { scope }] of settings) {
      assert(scope === 'application' || scope === 'machine', `${name} has the scope ${scope}`);
    }
  });

  it('work in a restricted workspace, without its settings', () => {
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual([...restrictedConfigurations], Object.keys(contributes.configuration.properties));
  });
});

/** Paths of pictures, texts and code anywhere in the manifest. */
function* filesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (/^(\.\/)?[\w./-]+\.(svg|png|md|js|d\.ts)$/.test(value)) {
      yield value;
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) {
      yield* filesIn(part);
    }
  }
}
