import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import type { BlobReference } from '../../shared/blob';
import { language } from '../../shared/language';
import { escapeHtml } from './escape-html';
import { dataUrl, figures } from './page-attachments';
import { pageMarkdown } from './page-markdown';
import { sourceAddress } from './source-address';
import { pageStyle } from './page-style';
import type { Transcript } from './transcript';
import type { TranscriptBlock } from './transcript-blocks';

/** Gives the bytes of a blob, or undefined where it is gone or too large to be written into a page. */
export type ReadBlob = (blob: BlobReference) => Promise<Uint8Array | undefined>;

/**
 * A chat as one page that needs nothing else: its pictures are inside, and it runs and loads nothing, which its own content
 * security policy guarantees.
 */
export async function chatHtml({ title, blocks, otherVersions }: Transcript, read: ReadBlob): Promise<string> {
  const styleHash = createHash('sha256').update(pageStyle).digest('base64');
  const policy = `default-src 'none'; img-src data:; media-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  let count = 0;
  const articles = async (all: readonly TranscriptBlock[]): Promise<string> => {
    const written: string[] = [];
    for (const block of all) {
      written.push(await article(block, { name: String(++count), read }));
    }
    return written.join('\n');
  };
  const sections = [await articles(blocks)];
  for (const { heading, blocks: other } of otherVersions) {
    sections.push(`<section>\n<h2 dir="auto">${escapeHtml(heading)}</h2>\n${await articles(other)}\n</section>`);
  }
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language())}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${escapeHtml(title)}</h1>`,
    `<main>${sections.join('\n')}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

interface ArticleContext {
  /** The same for nothing else on the page. */
  readonly name: string;
  readonly read: ReadBlob;
}

async function article(block: TranscriptBlock, { name, read }: ArticleContext): Promise<string> {
  const { role, speaker, version, time, attachments, text, reasoning, others, sources, spoken, notes } = block;
  const sound = spoken && (await dataUrl(spoken, read));
  const when = new Date(time);
  return [
    `<article class="${role === 'user' ? 'question' : 'answer'}">`,
    `<h2 class="speaker">${escapeHtml(speaker)}</h2>`,
    `<time datetime="${when.toISOString()}">${escapeHtml(when.toLocaleString(language()))}</time>`,
    version === undefined ? '' : `<p class="note">${escapeHtml(version)}</p>`,
    reasoning === '' ? '' : details(t('Reasoning'), pageMarkdown(reasoning, `${name}-r`)),
    role === 'user'
      ? `<p class="typed" dir="auto">${escapeHtml(text)}</p>`
      : `<div dir="auto">${pageMarkdown(text, name)}</div>`,
    await figures(attachments, read),
    sound === undefined ? '' : `<audio controls src="${sound}"></audio>`,
    ...others.map((other, index) => details(t('Another answer'), pageMarkdown(other, `${name}-${index + 1}`))),
    sources.length === 0 ? '' : `<ul>${sources.map(sourceItem).join('')}</ul>`,
    ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sourceItem({ title, url }: TranscriptBlock['sources'][number]): string {
  const address = sourceAddress(url);
  return address !== undefined
    ? `<li><a href="${escapeHtml(address)}" rel="noopener noreferrer">${escapeHtml(title)}</a></li>`
    : `<li>${escapeHtml(title)}</li>`;
}

function details(summary: string, content: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary><div dir="auto">${content}</div></details>`;
}
