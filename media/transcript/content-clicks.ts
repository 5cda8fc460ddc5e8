import { t } from '@vscode/l10n';
import { diagramTag } from '../diagrams/diagram-node';
import { drawnDiagram } from '../diagrams/drawn-diagrams';
import { followFootnote } from '../markdown/follow-footnote';
import { tableText } from '../markdown/table-text';
import type { Services } from '../services';

/** How long a button says that it did its work, in milliseconds. */
const doneTime = 1500;

/**
 * Handles clicks on links, on places of attachments, on files and on the buttons of code blocks, which carry no listeners of
 * their own. Links stop here: VS Code's own script would open them otherwise, without the host seeing where they lead.
 *
 * @param event of any mouse button: the middle one opens links as everywhere, the others are not for what is shown here
 */
export function handleContentClick(event: MouseEvent, services: Services): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest<HTMLAnchorElement>('a[href]');
  if (link && event.button <= 1) {
    event.preventDefault();
    event.stopPropagation();
    services.post({ type: 'linkOpened', url: link.href });
    return;
  }
  if (event.button > 0) {
    return;
  }
  const place = target?.closest<HTMLElement>('[data-place-of]');
  if (place) {
    openPlace(place, services);
    return;
  }
  const file = target?.closest<HTMLElement>('[data-file]');
  if (file) {
    const { file: path = '', line } = file.dataset;
    services.post({ type: 'fileOpened', path, ...(line !== undefined && { line: Number(line) }) });
    return;
  }
  const footnote = target?.closest<HTMLElement>('[data-note], [data-named-note]');
  if (footnote) {
    followFootnote(footnote);
    return;
  }
  const diagram = target?.closest('.diagram-picture')?.closest(diagramTag);
  const picture = diagram && drawnDiagram(diagram);
  if (picture) {
    services.openPicture({ from: 'page', name: t('Diagram.svg'), picture });
    return;
  }
  const copying = target?.closest<HTMLElement>('[data-table-action]');
  if (copying) {
    copyTable(copying, services);
    return;
  }
  const button = target?.closest<HTMLElement>('[data-code-action]');
  const code = button?.closest('.code-block')?.querySelector<HTMLElement>('code');
  if (button && code) {
    runCodeAction(button, code, services);
  }
}

function openPlace({ dataset }: HTMLElement, { post, openDetails }: Services): void {
  const { placeOf: id = '', page, seconds } = dataset;
  if (seconds !== undefined) {
    openDetails(id, Number(seconds));
  }
  if (page !== undefined) {
    post({ type: 'attachmentPageOpened', id, page: Number(page) });
  }
}

function runCodeAction(button: HTMLElement, code: HTMLElement, { post, announce }: Services): void {
  const text = code.textContent;
  const action = button.dataset['codeAction'];
  if (action === 'copy') {
    post({ type: 'textCopied', text });
    announce(t('Copied'));
  } else if (action === 'insert') {
    // Whether it came there, the editor shows.
    return post({ type: 'codeInserted', text });
  } else {
    post({ type: 'codeOpened', text, language: code.dataset['language'] ?? '' });
  }
  showDone(button);
}

function copyTable(button: HTMLElement, { post, announce }: Services): void {
  const table = button.closest('.table-block')?.querySelector('table');
  if (table) {
    post({
      type: 'textCopied',
      text: tableText(table, button.dataset['tableAction'] === 'csv' ? 'csv' : 'markdown'),
    });
    announce(t('Copied'));
    showDone(button);
  }
}

function showDone(button: HTMLElement): void {
  button.dataset['done'] = '';
  setTimeout(() => delete button.dataset['done'], doneTime);
}
