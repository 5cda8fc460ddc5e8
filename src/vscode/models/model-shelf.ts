import type * as vscode from 'vscode';
import { choiceKey, isModelChoice, type ModelChoice } from './model-choice';

const pinnedKey = 'iris.pinnedModels';
const recentKey = 'iris.recentModels';
const mostRecent = 5;

/** The models that the person wants at hand: pinned ones and those chosen lately. Holds no secret. */
export class ModelShelf {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** In the order in which they were pinned. */
  get pinned(): readonly ModelChoice[] {
    return this.#read(pinnedKey);
  }

  /** The latest first. */
  get recent(): readonly ModelChoice[] {
    return this.#read(recentKey);
  }

  /** Pins a model, or takes the pin away. */
  async togglePin(choice: ModelChoice): Promise<void> {
    const others = without(this.pinned, choice);
    await this.#memento.update(pinnedKey, others.length === this.pinned.length ? [...others, choice] : others);
  }

  /** The built-in engine is not kept: it has a line of its own anyway. */
  async addRecent(choice: ModelChoice): Promise<void> {
    if (choice.type === 'offline') {
      return;
    }
    await this.#memento.update(recentKey, [choice, ...without(this.recent, choice)].slice(0, mostRecent));
  }

  #read(key: string): readonly ModelChoice[] {
    const stored = this.#memento.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter(isModelChoice) : [];
  }
}

function without(choices: readonly ModelChoice[], choice: ModelChoice): readonly ModelChoice[] {
  return choices.filter((other) => choiceKey(other) !== choiceKey(choice));
}
