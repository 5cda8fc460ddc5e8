import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenAiServer } from '../servers/openai-server';
import { answerText } from '../servers/replies';
import { irisApi, setEndpoints } from './support/iris';

describe('An answer that has to fit a schema of the workspace', () => {
  const schema = { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] };
  const parameters = { response_format: { type: 'json_schema', schema_file: 'invoice schema.json' } } as const;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  let file: vscode.Uri;
  let server: OpenAiServer;

  before(async () => {
    assert(folder);
    file = vscode.Uri.joinPath(folder.uri, parameters.response_format.schema_file);
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(schema)));
    server = await OpenAiServer.start();
    await setEndpoints([{ name: 'Test', baseUrl: server.baseUrl, model: 'test-vision', parameters }]);
  });
  after(async () => {
    await vscode.workspace.fs.delete(file);
    await setEndpoints(undefined);
    await server.close();
  });

  it('is asked for with that schema, and checked against it', async () => {
    const model = await (await irisApi()).getModel();
    server.reply(answerText(['{"total": 12.5}']), answerText(['{"total": "much"}']));
    const good = await model.complete('What is the total?');
    const bad = await model.complete('What is the total?');
    const body = JSON.parse(server.questions[0]?.text ?? '') as { response_format: unknown };
    assert.deepEqual(body.response_format, { type: 'json_schema', json_schema: { name: 'invoice_schema', schema } });
    assert.deepEqual(good.output, { format: 'json_schema', problems: [] });
    assert.match(bad.output?.problems.join() ?? '', /\/total must be/);
  });

  it('is not asked for where the file is missing, which is named', async () => {
    const model = await (await irisApi()).getModel();
    const asked = server.questions.length;
    const missing = { response_format: { type: 'json_schema', schema_file: 'missing.json' } } as const;
    await assert.rejects(model.complete('What is it?', [], { parameters: missing }), {
      kind: 'invalidParameter',
      message: /missing\.json/,
    });
    assert.equal(server.questions.length, asked);
  });
});
