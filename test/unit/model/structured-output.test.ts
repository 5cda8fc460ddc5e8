import assert from 'node:assert/strict';
import { checkOutput, withoutFence } from '../../../src/model/structured-output';
import type { JsonObject, ResponseFormat } from '../../../src/shared/parameters';

async function problems(text: string, schema?: JsonObject): Promise<readonly string[] | undefined> {
  const format: ResponseFormat = schema
    ? { type: 'json_schema', json_schema: { name: 'answer', schema } }
    : { type: 'json_object' };
  return (await checkOutput(text, format))?.problems;
}

const invoice: JsonObject = {
  type: 'object',
  required: ['items'],
  additionalProperties: false,
  properties: {
    items: { type: 'array', items: { $ref: '#/$defs/item' } },
    status: { enum: ['open', 'paid'] },
    due: { type: ['string', 'null'] },
    version: { const: 1 },
  },
  $defs: { item: { type: 'object', required: ['price'], properties: { price: { type: 'number', minimum: 0 } } } },
};

describe('The check of a structured answer', () => {
  it('is not made where text was asked for', async () => {
    assert.equal(await checkOutput('{', { type: 'text' }), undefined);
  });

  it('names the format and finds nothing in JSON that fits', async () => {
    assert.deepEqual(await checkOutput('{"a":1}', { type: 'json_object' }), { format: 'json_object', problems: [] });
    assert.deepEqual(
      await checkOutput('{"items":[{"price":1}],"status":"paid","due":null,"version":1}', {
        type: 'json_schema',
        json_schema: { name: 'invoice', schema: invoice },
      }),
      { format: 'json_schema', problems: [] },
    );
  });

  it('takes off one fence around the JSON', async () => {
    assert.deepEqual(await problems('```json\n{"a":1}\n```\n'), []);
    assert.deepEqual(await problems('~~~\n{"a":"```"}\n~~~'), []);
    assert.equal(withoutFence('Here:\n```json\n{}\n```'), 'Here:\n```json\n{}\n```');
  });

  it('says when there is no JSON, no object, or nothing', async () => {
    assert.match((await problems('Sure! {"a":1}'))?.[0] ?? '', /^The answer is not JSON: .+\.$/);
    assert.deepEqual(await problems('[1]'), ['The answer must be an object.']);
    assert.deepEqual(await problems(' \n'), ['The answer is empty.']);
  });

  it('names the place of each problem in a sentence', async () => {
    assert.deepEqual(
      await problems(
        '{"items":[{"price":1},{"price":"x"},{},{"price":-1}],"status":"lost","due":3,"version":2,"more":1}',
        invoice,
      ),
      [
        'The answer must not have the property "more".',
        '/items/1/price must be a number.',
        '/items/2 must have the property "price".',
        '/items/3/price must be >= 0.',
        '/status must be one of "open", "paid".',
        '/due must be a string or null.',
        '/version must be 1.',
      ],
    );
    assert.deepEqual(await problems('""', { minLength: 1 }), ['The answer must not have fewer than 1 characters.']);
    assert.deepEqual(await problems('3', invoice), ['The answer must be an object.']);
  });

  it('tells no more than twenty problems', async () => {
    const found = await problems(JSON.stringify(Array.from({ length: 100 }, () => 'x')), { items: { type: 'number' } });
    assert.equal(found?.length, 20);
    assert.equal(found[18], '/18 must be a number.');
    assert.equal(found[19], 'There are 81 more problems.');
  });

  it('reads draft 7 and draft 2020-12', async () => {
    const tuple = (keyword: string): JsonObject => ({ [keyword]: [{ type: 'number' }] });
    assert.deepEqual(
      await problems('["x"]', { $schema: 'http://json-schema.org/draft-07/schema#', ...tuple('items') }),
      ['/0 must be a number.'],
    );
    assert.deepEqual(
      await problems('["x"]', { $schema: 'https://json-schema.org/draft/2020-12/schema', ...tuple('prefixItems') }),
      ['/0 must be a number.'],
    );
    assert.deepEqual(await problems('["x"]', tuple('prefixItems')), ['/0 must be a number.']);
  });

  it('reads draft 7 where a schema names no draft and is none of 2020-12', async () => {
    const tuple: JsonObject = { items: [{ type: 'string' }, { type: 'number' }] };
    assert.deepEqual(await problems('["a",1]', tuple), []);
    assert.deepEqual(await problems('["a","b"]', tuple), ['/1 must be a number.']);
  });

  it('tells what is wrong with a schema once', async () => {
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', items: [{ type: 'string' }] };
    assert.deepEqual(await problems('[1]', schema), ["The schema can't be used: data/items must be object,boolean."]);
  });

  for (const schema of [{ pattern: '^(a+)+$' }, { anyOf: [{ pattern: '^(a+)+$' }, { type: 'number' }] }] as const) {
    it(`gives up on a pattern that takes for ever: ${JSON.stringify(schema)}`, async () => {
      assert.deepEqual(await problems(JSON.stringify(`${'a'.repeat(100)}!`), schema), [
        'The answer could not be checked against the schema in time.',
      ]);
    });
  }

  it('does not mind formats and keywords that it does not know', async () => {
    assert.deepEqual(await problems('"x"', { format: 'hostname-ish', 'x-order': 1, type: 'string' }), []);
  });

  for (const [what, schema] of [
    ['is wrong', { type: 'nothing' }],
    ['refers to something outside of it', { $ref: 'https://example.com/schema.json' }],
    ['refers to something that is not there', { $ref: '#/$defs/missing' }],
    ['holds a pattern that is none', { pattern: '(' }],
  ] as const) {
    it(`tells that the schema ${what}, and throws nothing`, async () => {
      assert.match((await problems('"x"', schema))?.join() ?? '', /^The schema can't be used: .+\.$/);
    });
  }

  it('checks no more than the JSON where the schema is not at hand', async () => {
    const format: ResponseFormat = { type: 'json_schema', schema_file: 'schema.json' };
    assert.deepEqual(await checkOutput('1', format), { format: 'json_schema', problems: [] });
  });
});
