import assert from 'node:assert/strict';
import { markdownElement, type MarkdownElement, type MarkdownNode } from '../../../../media/markdown/markdown-node';
import { linkPlaces } from '../../../../media/transcript/link-places';
import { findPlaces, type PlaceTarget } from '../../../../media/transcript/place-links';

const spec: PlaceTarget = { type: 'pages', id: 'spec', name: 'spec.pdf', pageCount: 12 };
const invoice: PlaceTarget = { type: 'pages', id: 'invoice', name: 'Invoice 7.pdf', pageCount: 3 };

/** What is found, as in "p. 3 → spec 3". */
function found(text: string, targets: readonly PlaceTarget[] = [spec], before = ''): readonly string[] {
  return findPlaces(text, targets, before).map(
    ({ start, end, id, place }) => `${text.slice(start, end)} → ${id} ${'page' in place ? place.page : place.seconds}`,
  );
}

describe('places that an answer names', () => {
  it('are pages, however they are written', () => {
    assert.deepEqual(found('See p. 3, pp. 4-5 and page 7.'), ['p. 3 → spec 3', 'pp. 4-5 → spec 4', 'page 7 → spec 7']);
    assert.deepEqual(found('[Page 3] says so (P.12).'), ['Page 3 → spec 3', 'P.12 → spec 12']);
    assert.deepEqual(found('pages 1–2'), ['pages 1–2 → spec 1']);
  });

  it('are each of several pages', () => {
    assert.deepEqual(found('pages 1, 3-4, and 9; pp. 2 & 5'), [
      'pages 1 → spec 1',
      '3-4 → spec 3',
      '9 → spec 9',
      'pp. 2 → spec 2',
      '5 → spec 5',
    ]);
    assert.deepEqual(found('On page 3, 5 people agree.'), ['page 3 → spec 3']);
  });

  it('exist', () => {
    assert.deepEqual(found('p. 0, p. 13, page 120, page 1.5, page 1,200'), []);
    assert.deepEqual(found('p. 3', []), []);
  });

  it('are moments of a recording', () => {
    const clip: PlaceTarget = { type: 'times', id: 'clip', name: 'bug.mp4', seconds: 42.4 };
    const talk: PlaceTarget = { type: 'times', id: 'talk', name: 'talk.mp3', seconds: 4_000 };
    assert.deepEqual(found('At 0:42, **0:12.4** and [00:03] it fails.', [clip]), [
      '0:42 → clip 42',
      '0:12.4 → clip 12.4',
      '00:03 → clip 3',
    ]);
    assert.deepEqual(found('It begins at 1:02:03 of talk.mp3 and ends at 0:05.', [talk, clip]), [
      '1:02:03 → talk 3723',
      '0:05 → talk 5',
    ]);
    assert.deepEqual(found('0:50, 9:30 am, 127.0.0.1:80:12, 12:99, 10:15:30Z, a1:20, v0:10', [clip]), []);
    assert.deepEqual(found('p. 3 at 0:10', [spec, clip]), ['p. 3 → spec 3', '0:10 → clip 10']);
    assert.deepEqual(found('0:10', [spec]), []);
  });

  it('are no parts of words', () => {
    assert.deepEqual(found('homepage 3, app. 4, stop. 5 times, pageant 3, p 3'), []);
  });

  it('belong to the document that is named nearby, else to the last one', () => {
    const both = [spec, invoice];
    assert.deepEqual(found('p. 2', both), ['p. 2 → invoice 2']);
    assert.deepEqual(found('In spec.pdf, p. 2 and p. 3', both), ['p. 2 → spec 2', 'p. 3 → spec 3']);
    assert.deepEqual(found('p. 2 of spec.pdf, p. 1 of invoice 7', both), ['p. 2 → spec 2', 'p. 1 → invoice 1']);
    assert.deepEqual(found('says p. 2', both, 'The spec '), ['p. 2 → spec 2']);
    assert.deepEqual(found('In spec.pdf, as said. The Invoice 7.pdf: p. 2', both), ['p. 2 → invoice 2']);
  });

  it('become buttons outside of code and links', () => {
    const block = markdownElement('p', { dir: 'auto' }, [
      'See ',
      markdownElement('strong', {}, ['p. 3']),
      ', ',
      markdownElement('code', {}, ['p. 4']),
      ' and ',
      markdownElement('a', { href: 'https://x.test' }, ['p. 5']),
      ', or page 6.',
    ]);
    const linked = linkPlaces(block, [spec]);
    assert.deepEqual(buttons(linked), [
      ['p. 3', 'spec', '3'],
      ['page 6', 'spec', '6'],
    ]);
    assert.equal(textOf(linked), textOf(block));
    assert.equal(linkPlaces(block, []), block);
  });
});

function buttons(node: MarkdownNode): readonly (readonly unknown[])[] {
  if (typeof node === 'string') {
    return [];
  }
  const { tag, attributes, children } = node;
  return tag === 'button'
    ? [[textOf(node), attributes['data-place-of'], attributes['data-page']]]
    : children.flatMap(buttons);
}

function textOf(node: MarkdownElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
