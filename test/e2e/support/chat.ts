import type { FrameLocator, Locator } from 'playwright-core';
import { until } from './until';
import type { Workbench } from './workbench';

/** The chat in a panel, by the roles and names that people with a screen reader rely on. */
export class Chat {
  readonly #panel: FrameLocator;

  constructor(panel: FrameLocator) {
    this.#panel = panel;
  }

  get composer(): Locator {
    return this.#panel.getByRole('textbox', { name: 'Ask Iris' });
  }

  get transcript(): Locator {
    return this.#panel.getByRole('log', { name: 'Conversation' });
  }

  /** Questions and answers, oldest first. */
  get messages(): Locator {
    return this.transcript.getByRole('article');
  }

  get lastMessage(): Locator {
    return this.messages.last();
  }

  /** Scrolls through the chat until every message is there: those that are far from what is seen are empty boxes. */
  async showAll(): Promise<void> {
    await until('all messages', () =>
      this.transcript.evaluate((transcript) => {
        const empty = [...transcript.querySelectorAll('.message-box')].findLast((box) => !box.firstElementChild);
        empty?.scrollIntoView();
        return empty ? undefined : true;
      }),
    );
  }

  /** What is attached and not sent yet. */
  get tray(): Locator {
    return this.#panel.getByRole('list', { name: 'Attachments' }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.#panel.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Waits until so many attachments are there and all of them are ready to be sent. */
  async waitForAttachments(count: number): Promise<void> {
    await this.tray.nth(count - 1).waitFor();
    await this.#panel.locator('.tray-card-preparing').first().waitFor({ state: 'detached' });
  }

  async type(text: string): Promise<void> {
    await this.composer.fill(text);
  }

  /** Types and sends with Enter. */
  async ask(text: string): Promise<void> {
    await this.type(text);
    await this.composer.press('Enter');
  }

  /** Waits until the last message holds the text. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.lastMessage.filter({ hasText: text }).waitFor();
  }
}

/** Begins a chat in the side bar, and waits until the keyboard focus is there: it would take it from what comes next. */
export async function startNewChat(workbench: Workbench): Promise<Chat> {
  await workbench.runCommand('Iris: New Chat');
  const panel = workbench.panel();
  const chat = new Chat(panel);
  // What is typed while the last chat is still shown belongs to that one.
  await chat.messages.first().waitFor({ state: 'detached' });
  await panel.locator('[aria-label="Ask Iris"]:focus').waitFor();
  return chat;
}

/** A new chat in an editor tab. */
export async function startNewChatInEditor(workbench: Workbench): Promise<Chat> {
  await startNewChat(workbench);
  await workbench.runCommand('Iris: Open Chat in Editor');
  const chat = new Chat(workbench.panel('editor'));
  await chat.composer.waitFor();
  return chat;
}
