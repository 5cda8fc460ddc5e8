import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { ReceivedRequest } from '../../servers/received-request';
import { becomes } from '../support/becomes';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { decode, difference } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';

describe('Asking about documents, data and folders', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench({
    workspace: 'demo',
    files: {
      'notes/.gitignore': 'secret.txt\n',
      'notes/secret.txt': 'never sent\n',
      'notes/plan.md': '# Plan\n',
      'notes/sub/todo.txt': 'Call Ada.\n',
    },
  });

  it('sends a Word document and a workbook chosen in the explorer as text with their pictures in order', async () => {
    await workbench().explorer.expand('documents');
    await workbench().explorer.choose(['report.docx', 'figures.xlsx'], 'Iris: Ask About This File');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(2);
    await chat.ask('What happened in July?');
    await chat.waitForText('All is well.');
    const request = lastRequest();
    const parts = describeParts(request);
    assert.ok(parts.findIndex((part) => part.includes('far below the others]')) < parts.indexOf('image'));
    const text = parts.join('\n');
    assert.match(text, /report\.docx:\n```markdown\n# What happened in July/);
    assert.match(text, /report\.docx, continued:[^]*1\. Keep removed products/);
    assert.match(text, /\| July \| 2026-07-31 \| 212 \| 305 \| 188 \| 705 \| 9834 \| 8\.4 % \|/);
    assert.equal(request.images.length, 3);
    await assertIs(request, 0, 'report.docx', /^word\/media\/.*\.png$/);
    await assertIs(request, 1, 'report.docx', /^word\/media\/.*\.jpg$/);
    await assertIs(request, 2, 'figures.xlsx', /^xl\/media\/.*\.png$/);
  });

  it('lists the files of a folder, without ignored ones, and attaches those that stay ticked', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['notes'], 'Iris: Ask About Folder…');
    const list = workbench().page.locator('.quick-input-widget');
    await list.getByText('todo.txt').first().waitFor();
    await becomes(() => list.getByText('secret.txt').count(), 0);
    await workbench().screenshot('folder-list', list);
    await workbench().page.keyboard.press('Enter');
    await chat.waitForAttachments(3);
    await chat.ask('What is to do?');
    await chat.waitForText('All is well.');
    const text = describeParts(lastRequest()).join('\n');
    assert.match(text, /notes\/sub\/todo\.txt:\n```\w+\nCall Ada\.\n```/);
    assert.match(text, /notes\/plan\.md:\n```markdown\n# Plan/);
    assert.doesNotMatch(text, /never sent/);
  });

  it('sends a presentation, a notebook and data that are dropped into the panel', async () => {
    const tab = await startNewChatInEditor(workbench());
    await workbench().explorer.expand('documents');
    await workbench().dragOntoPanel(['slides.pptx', 'analysis.ipynb', 'orders.csv'], 'editor');
    await tab.waitForAttachments(3);
    await tab.ask('Compare them.');
    await tab.waitForText('All is well.');
    const request = lastRequest();
    const text = describeParts(request).join('\n');
    assert.match(text, /## Slide 3: Roasts[^]*\| July \| 212 \| 305 \| 188 \|/);
    assert.match(text, /IndexError: list index out of range/);
    const orders = readFileSync(path.join(workbench().folder, 'documents', 'orders.csv'), 'utf8');
    assert.ok(text.includes(`orders.csv:\n\`\`\`csv\n${orders}\`\`\``));
    assert.equal(request.images.length, 3);
  });

  function lastRequest(): ReceivedRequest {
    const request = server().questions.at(-1);
    assert.ok(request);
    return request;
  }

  /** Texts as they came, 'image' for each picture. */
  function describeParts({ question }: ReceivedRequest): readonly string[] {
    return question.messages.flatMap(({ content }) =>
      typeof content === 'string' ? [content] : content.map(({ text }) => text ?? 'image'),
    );
  }

  /** Compares a picture that came with the one in the document, with decoders that are not ours. */
  async function assertIs(request: ReceivedRequest, index: number, document: string, part: RegExp): Promise<void> {
    const parts = unzipSync(readFileSync(path.join(workbench().folder, 'documents', document)));
    const [, source] = Object.entries(parts).find(([name]) => part.test(name)) ?? [];
    const sent = request.images[index];
    assert.ok(source && sent);
    const [received, original] = await Promise.all([decode(sent.bytes), decode(Buffer.from(source))]);
    assert.ok(difference(received, original) < 3, `picture ${index} of ${document} arrived as another`);
  }
});
