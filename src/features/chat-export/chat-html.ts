import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import MarkdownIt from 'markdown-it';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { ConversationState } from '../../shared/conversation';
import { language } from '../../shared/language';
import { shownBlobs } from './exported-media';
import { pageStyle } from './page-style';
import { transcriptBlocks, type TranscriptBlock } from './transcript-blocks';

/** Gives the bytes of a blob, or undefined where it is gone or too large to be written into a page. */
export type ReadBlob = (blob: BlobReference) => Promise<Uint8Array | undefined>;

/** What a browser shows without any help. */
const shownTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/**
 * A chat as one page that needs nothing else: its pictures are inside, and it runs and loads nothing, which its own content
 * security policy guarantees.
 */
export async function chatHtml(state: Pick<ConversationState, 'title' | 'messages'>, read: ReadBlob): Promise<string> {
  const styleHash = createHash('sha256').update(pageStyle).digest('base64');
  const policy = `default-src 'none'; img-src data:; media-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const messages: string[] = [];
  for (const block of transcriptBlocks(state.messages)) {
    messages.push(await article(block, read));
  }
  const title = escape(state.title);
  return [
    '<!doctype html>',
    `<html lang="${escape(language())}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${title}</h1>`,
    `<main>${messages.join('\n')}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

async function article(block: TranscriptBlock, read: ReadBlob): Promise<string> {
  const { role, speaker, time, attachments, text, reasoning, others, sources, spoken, notes } = block;
  const figures = await Promise.all(attachments.map((attachment) => figure(attachment, read)));
  const sound = spoken && (await dataUrl(spoken, read));
  const when = new Date(time);
  return [
    `<article class="${role === 'user' ? 'question' : 'answer'}">`,
    `<h2>${escape(speaker)}</h2>`,
    `<time datetime="${when.toISOString()}">${escape(when.toLocaleString(language()))}</time>`,
    ...figures,
    reasoning === '' ? '' : details(t('Reasoning'), markdown.render(reasoning)),
    role === 'user'
      ? `<p class="typed" dir="auto">${escape(text)}</p>`
      : `<div dir="auto">${markdown.render(text)}</div>`,
    sound === undefined ? '' : `<audio controls src="${sound}"></audio>`,
    ...others.map((other) => details(t('Another answer'), markdown.render(other))),
    sources.length === 0 ? '' : `<ul>${sources.map(sourceItem).join('')}</ul>`,
    ...notes.map((note) => `<p class="note">${escape(note)}</p>`),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

async function figure(attachment: Attachment, read: ReadBlob): Promise<string> {
  const shown = await Promise.all(shownBlobs(attachment).map((blob) => blobHtml(blob, attachment.name, read)));
  return `<figure><figcaption dir="auto">${escape(attachment.name)}</figcaption>${shown.join('')}</figure>`;
}

async function blobHtml(blob: BlobReference, name: string, read: ReadBlob): Promise<string> {
  if (shownTypes.has(blob.mediaType)) {
    const url = await dataUrl(blob, read);
    return url === undefined ? '' : `<img src="${url}" alt="${escape(name)}">`;
  }
  if (blob.mediaType.startsWith('audio/')) {
    const url = await dataUrl(blob, read);
    return url === undefined ? '' : `<audio controls src="${url}"></audio>`;
  }
  if (blob.mediaType.startsWith('text/')) {
    const bytes = await read(blob);
    return bytes ? details(t('Text'), `<pre dir="auto">${escape(new TextDecoder().decode(bytes))}</pre>`) : '';
  }
  return '';
}

async function dataUrl(blob: BlobReference, read: ReadBlob): Promise<string | undefined> {
  const bytes = await read(blob);
  return bytes && `data:${escape(blob.mediaType)};base64,${Buffer.from(bytes).toString('base64')}`;
}

function sourceItem({ title, url }: TranscriptBlock['sources'][number]): string {
  return markdown.validateLink(url)
    ? `<li><a href="${escape(url)}" rel="noopener noreferrer">${escape(title)}</a></li>`
    : `<li>${escape(title)}</li>`;
}

function details(summary: string, content: string): string {
  return `<details><summary>${escape(summary)}</summary><div dir="auto">${content}</div></details>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const markdown = createMarkdown();

/** HTML in a text is shown as text, pictures are links: what a model writes must not load or run anything. */
function createMarkdown() {
  const created = new MarkdownIt({ html: false, linkify: true });
  created.validateLink = (url) => /^(https?|mailto):/i.test(url.trim());
  created.disable('image');
  created.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  const { rules } = created.renderer;
  rules['link_open'] = (tokens, index, options, _environment, self) => {
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
  for (const cell of ['th_open', 'td_open']) {
    rules[cell] = (tokens, index, options, _environment, self) => {
      const token = tokens[index];
      const alignment = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
      if (token) {
        // The page's policy allows no styles but its own.
        token.attrs = alignment === undefined ? null : [['class', alignment]];
      }
      return self.renderToken(tokens, index, options);
    };
  }
  return created;
}
