import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { redactText } from '../../src/attachments/secrets/redact-text';
import { useMediaService } from '../unit/media-process/media-service-for-tests';
import { corporaFolder } from './support/corpora-folder';
import { findFiles, listFolder } from './support/find-files';
import { readSecretVectors, type SecretVector } from './support/secret-vector';

/** What is not found, or found, on purpose. */
const differences: Readonly<Record<string, string>> = {
  'pattern ng.filePathGlobs-aws-in-env': 'by patterns that people write themselves, which Iris does not have',
  'pattern ng.multiple-patterns': 'by patterns that people write themselves, which Iris does not have',
  'tailscale ok.allows': 'a key that a setting of the rules allows: Iris asks the person',
};

/** A larger file of JSON holds other data. */
const maxBytes = 4 * 1024 * 1024;

describe('secrets of others', function () {
  this.timeout(60_000);
  const folder = corporaFolder();
  const vectors = vectorsIn(folder);
  const media = useMediaService();
  const outcomes = { found: 0, missed: 0, leftAlone: 0, mistaken: 0, differing: 0 };

  after(() => {
    const { found, missed, leftAlone, mistaken, differing } = outcomes;
    const secrets = `${found} of ${found + missed} secrets found`;
    const others = `${leftAlone} of ${leftAlone + mistaken} texts without secrets left alone`;
    const told =
      vectors.length > 0 ? `${secrets}, ${others}, ${differing} differing as named` : 'SKIPPED: there are none';
    console.log(`\nSecrets in ${folder}\n  ${told}`);
    Object.entries(differences).forEach(([name, why]) => console.log(`  ${name}: ${why}`));
  });

  for (const { rule, name, text, ranges } of vectors) {
    if (differences[`${rule} ${name}`] !== undefined) {
      outcomes.differing += 1;
      continue;
    }
    it(`${rule} ${name}: ${ranges.length > 0 ? `all ${ranges.length} are found` : 'nothing is found'}`, async () => {
      const matches = await media().findSecrets(text);
      const missed = ranges.filter(
        ([start = 0, end = 0]) => !matches.some((match) => match.start < end && start < match.end),
      );
      const isMistaken = ranges.length === 0 && matches.some(({ kind }) => kind !== 'emailAddress');
      outcomes.found += ranges.length - missed.length;
      outcomes.missed += missed.length;
      outcomes.leftAlone += ranges.length === 0 && !isMistaken ? 1 : 0;
      outcomes.mistaken += isMistaken ? 1 : 0;
      assert.deepEqual(missed, []);
      assert(!isMistaken, JSON.stringify(matches));
      assert.deepEqual(
        await media().findSecrets(redactText(text, matches)),
        [],
        'nothing is found once it is redacted',
      );
    });
  }
});

function vectorsIn(folder: string): readonly SecretVector[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    return [];
  }
  const { files: beside, folders } = listFolder(folder, '.');
  const files = [...beside, ...folders.flatMap((name) => findFiles(folder, name).files)];
  const names = files.filter((file) => /\.json$/i.test(file) && statSync(path.join(folder, file)).size <= maxBytes);
  return names.flatMap((file) => readSecretVectors(folder, file));
}
