import assert from 'node:assert/strict';
import { estimateParts } from '../../../../src/attachments/estimate-parts';
import { planAttachment } from '../../../../src/attachments/plan-attachment';
import type { AskedNext } from '../../../../src/features/tray-warnings/excess';
import { remedyEffect, trayWarnings } from '../../../../src/features/tray-warnings/tray-warnings';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { Attachment, SentPart } from '../../../../src/shared/attachment/attachment';
import type { ModelCapabilities } from '../../../../src/shared/capabilities';
import { seeing } from '../../attachments/services';

describe('warnings about what is attached', () => {
  it('are none where there is room, or where nothing is known of the model', () => {
    assert.deepEqual(trayWarnings(asked([picture('a.png')])), []);
    assert.deepEqual(trayWarnings(asked([picture('a.png')], { contextTokens: 100_000 })), []);
    assert.deepEqual(trayWarnings(asked([], { contextTokens: 10 })), []);
  });

  it('come before the context is full, and say so when it is more than that', () => {
    const near = trayWarnings(asked([picture('a.png')], { contextTokens: 1_200 }));
    assert.deepEqual(
      near.map(({ limit, isOver }) => ({ limit, isOver })),
      [{ limit: 'context', isOver: false }],
    );
    assert.match(near[0]?.text ?? '', /^The question has about [\d,]+ tokens with what is attached, of the 1,200 /);
    const [over] = trayWarnings(asked([picture('a.png')], { contextTokens: 500 }));
    assert.equal(over?.isOver, true);
    assert.match(over.text, /It would not be sent\.$/);
  });

  it('count what is typed and set for the chat too', () => {
    const next = asked([picture('a.png')], { contextTokens: 4_000 });
    assert.deepEqual(trayWarnings(next), []);
    assert.equal(trayWarnings({ ...next, textBytes: 40_000 })[0]?.limit, 'context');
  });

  it('name what is larger or more than the model takes', () => {
    const limits = { images: { count: 1, side: 1_000 } };
    const warnings = trayWarnings(asked([picture('a.png'), picture('b.png')], limits));
    assert.deepEqual(
      warnings.map(({ limit, text }) => ({ limit, text })),
      [
        { limit: 'pictureSize', text: '2 attachments are larger than gpt-4o takes. They would not be sent.' },
        { limit: 'pictures', text: 'gpt-4o takes 1 picture in a request, and 2 are attached. They would not be sent.' },
      ],
    );
  });

  it('come before the budget of the month is used up', () => {
    const priced = asked([picture('a.png')], { price: { input: 1_000_000, output: 0 } });
    const cost = priced.attached[0]?.estimate.dollars ?? 0;
    assert(cost > 0);
    assert.deepEqual(trayWarnings({ ...priced, dollarsLeft: cost * 2 }), []);
    assert.equal(trayWarnings({ ...priced, dollarsLeft: cost * 1.1 })[0]?.isOver, false);
    assert.equal(trayWarnings({ ...priced, dollarsLeft: cost / 2 })[0]?.isOver, true);
  });

  it('offer what helps, the gentlest first, and nothing that changes nothing', () => {
    const [warning] = trayWarnings(asked([picture('a.png')], { contextTokens: 500 }));
    assert.deepEqual(
      warning?.remedies.map(({ label }) => label),
      ['Make the picture smaller', 'Low detail', 'Other model', 'Remove a.png'],
    );
    const small = picture('a.png', { size: 'small', detail: 'low' });
    assert.deepEqual(
      trayWarnings(asked([small], { contextTokens: 50 }))[0]?.remedies.map(({ label }) => label),
      ['Other model', 'Remove a.png'],
    );
  });
});

describe('a remedy', () => {
  it('gives each picture the options with which less is sent', () => {
    const next = asked([picture('a.png'), picture('b.png', { format: 'png', tiles: true })], { contextTokens: 500 });
    assert.deepEqual(remedyEffect(next, 'context', 'smaller'), {
      type: 'options',
      changes: [
        { id: 'a.png', options: { size: 'small' } },
        { id: 'b.png', options: { format: 'png', size: 'small' } },
      ],
    });
  });

  it('takes half of the pages of a PDF that the person has chosen, or its text alone', () => {
    const next = asked([pdf({ pages: '2-6', form: 'pages' })], { contextTokens: 500 });
    assert.deepEqual(remedyEffect(next, 'context', 'fewerPages'), {
      type: 'options',
      changes: [{ id: 'a.pdf', options: { pages: '2-4', form: 'pages' } }],
    });
    assert.deepEqual(remedyEffect(next, 'context', 'textOnly'), {
      type: 'options',
      changes: [{ id: 'a.pdf', options: { pages: '2-6', form: 'text' } }],
    });
  });

  it('removes what is the largest part of the excess', () => {
    const next = asked([picture('a.png'), pdf({ form: 'pages' })], { contextTokens: 500 });
    assert.deepEqual(remedyEffect(next, 'context', 'remove'), { type: 'remove', id: 'a.pdf' });
  });

  it('does nothing once its warning is gone', () => {
    assert.equal(remedyEffect(asked([picture('a.png')]), 'context', 'remove'), undefined);
  });
});

function asked(attachments: readonly Attachment[], capabilities: ModelCapabilities = {}): AskedNext {
  const target: ModelTarget = { ...seeing, capabilities };
  const attached = attachments.map((attachment) => {
    const planned = planAttachment(attachment, target);
    assert(planned.status === 'planned');
    const prepared = { ...attachment, preparedAs: JSON.stringify(planned.plan) };
    return { attachment: prepared, estimate: estimateParts(attachment.parts, target) };
  });
  return { attached, textBytes: 10, target };
}

function picture(name: string, options: Extract<Attachment, { kind: 'image' }>['options'] = {}): Attachment {
  const source = { sha256: 'a'.repeat(64), mediaType: 'image/png', byteLength: 800_000, width: 2_560, height: 1_600 };
  const blob = { sha256: 'b'.repeat(64), mediaType: 'image/png', byteLength: 148_300, width: 1_568, height: 980 };
  const { detail } = options;
  const part: SentPart = { type: 'image', blob, ...(detail && { detail }) };
  return { kind: 'image', id: name, name, source, thumbnail: blob, parts: [part], reasons: [], options };
}

function pdf(options: Extract<Attachment, { kind: 'pdf' }>['options']): Attachment {
  const source = { sha256: 'c'.repeat(64), mediaType: 'application/pdf', byteLength: 300_000 };
  const blob = { sha256: 'd'.repeat(64), mediaType: 'image/png', byteLength: 148_300, width: 1_000, height: 1_400 };
  return {
    kind: 'pdf',
    id: 'a.pdf',
    name: 'a.pdf',
    source,
    pageCount: 10,
    scannedPages: [],
    figurePages: [],
    parts: Array.from({ length: 5 }, (): SentPart => ({ type: 'image', blob })),
    reasons: [],
    options,
  };
}
