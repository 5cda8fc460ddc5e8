import * as vscode from 'vscode';
import type { Endpoint } from '../../model/endpoint';
import { parseEndpoints } from '../../model/parse-endpoints';
import type { Disposable } from '../../util/disposable';
import { Emitter, type Event } from '../../util/emitter';

/**
 * The endpoints in the person's own settings. Workspace values are never read: a repository must not be able to say
 * where pictures and keys are sent.
 */
export class EndpointSettings implements Disposable {
  readonly #changes = new Emitter<void>();
  readonly #subscription = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('iris.endpoints')) {
      this.#changes.fire();
    }
  });

  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  get endpoints(): readonly Endpoint[] {
    return parseEndpoints(globalValue()).endpoints;
  }

  /** What is wrong with the setting, as sentences. */
  get problems(): readonly string[] {
    return parseEndpoints(globalValue()).problems;
  }

  find(name: string): Endpoint | undefined {
    return this.endpoints.find((endpoint) => endpoint.name === name);
  }

  /** Adds it, or writes it over the one with the same name. Fields and entries that can't be read stay as they are. */
  async save(endpoint: Endpoint): Promise<void> {
    const entries = rawEntries();
    const index = entries.findIndex((entry) => nameOf(entry) === endpoint.name);
    const entry = entries[index];
    const merged = typeof entry === 'object' ? { ...entry, ...endpoint } : endpoint;
    await update(index < 0 ? [...entries, endpoint] : entries.with(index, merged));
  }

  async remove(name: string): Promise<void> {
    await update(rawEntries().filter((entry) => nameOf(entry) !== name));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}

function globalValue(): unknown {
  return vscode.workspace.getConfiguration('iris').inspect<unknown>('endpoints')?.globalValue;
}

function rawEntries(): readonly unknown[] {
  const value = globalValue();
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function nameOf(entry: unknown): string | undefined {
  const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
  return typeof name === 'string' ? name.trim() : undefined;
}

async function update(entries: readonly unknown[]): Promise<void> {
  await vscode.workspace
    .getConfiguration('iris')
    .update('endpoints', entries.length === 0 ? undefined : entries, vscode.ConfigurationTarget.Global);
}
