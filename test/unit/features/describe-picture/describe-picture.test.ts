import assert from 'node:assert/strict';
import type { AttachmentServices } from '../../../../src/attachments/attachment-services';
import { describePicture } from '../../../../src/features/describe-picture/describe-picture';
import { MediaError } from '../../../../src/media-process/media-service';
import { ModelError } from '../../../../src/model/model-error';
import type { ImageReference } from '../../../../src/shared/blob';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { attachmentServices, seeing } from '../../attachments/services';
import { answer, ScriptedModel } from '../../conversation/scripted-model';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';

describe('describing a picture', function () {
  this.timeout(60_000);
  const media = useMediaService();
  let services: AttachmentServices;
  let picture: ImageReference;

  beforeEach(async () => {
    const blobs = new MemoryBlobStore();
    services = attachmentServices(media(), blobs);
    picture = { ...(await blobs.put(demoPicture('chart.png'), 'image/png')), width: 1600, height: 1000 };
  });

  const describeWith = (model: ScriptedModel, signal = new AbortController().signal): Promise<string> =>
    describePicture({ picture, model, target: seeing, services, signal });

  it('sends the picture as it is prepared for that model, with what is wanted', async () => {
    const model = new ScriptedModel(answer(' A bar chart. \n'));
    assert.equal(await describeWith(model), 'A bar chart.');
    const [message] = model.requests[0] ?? [];
    assert(message?.role === 'user');
    assert.match(message.content[0]?.type === 'text' ? message.content[0].text : '', /somebody who cannot see it/);
    assert.equal(message.content.filter(({ type }) => type === 'image').length, 1);
  });

  it('asks one model once for one picture', async () => {
    const model = new ScriptedModel(answer('A bar chart.'));
    await describeWith(model);
    assert.equal(await describeWith(model), 'A bar chart.');
    assert.equal(model.requests.length, 1);
    const other = new ScriptedModel(answer('Bars.'));
    const target = { ...seeing, model: 'other' };
    const { signal } = new AbortController();
    assert.equal(await describePicture({ picture, model: other, target, services, signal }), 'Bars.');
  });

  it('says who did not describe it, why, and what to do; and keeps nothing of that', async () => {
    const model = new ScriptedModel(
      [new ModelError('unauthorized', 'The key was refused.')],
      answer('   '),
      answer('A bar chart.'),
    );
    await assert.rejects(
      describeWith(model),
      (error) =>
        error instanceof MediaError &&
        /^gpt-4o \(OpenAI\) did not describe it: The key was refused\. Try again/.test(error.message),
    );
    await assert.rejects(describeWith(model), /It answered without words/);
    assert.equal(await describeWith(model), 'A bar chart.');
  });

  it('stops at once', async () => {
    const controller = new AbortController();
    controller.abort(new Error('Removed.'));
    await assert.rejects(describeWith(new ScriptedModel(answer('Never.')), controller.signal), /Removed/);
  });
});
