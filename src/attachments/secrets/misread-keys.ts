import type { SecretMatch } from '../../media-process/secret-service';

/** Of the characters that keys are made of; underscores are often read as gaps. */
const word = /[A-Za-z0-9+/_=-]{20,}/g;
const awsKey = /(?<![A-Za-z0-9])A[KS][I1l]A[A-Z0-9]{14,18}(?![A-Za-z0-9])/g;

/** Changes between lower case, upper case and digits, as a part of all neighbours: names and hashes have far fewer. */
const changesOfKeys = 0.35;
const digitsOfKeys = 3;

/**
 * What looks like a key in text that was read from a picture. There the forms by which keys are known are rarely met to the
 * letter: signs are lost, added and taken for others. A long word of mixed letters and digits is hardly anything else.
 */
export function findMisreadKeys(text: string): readonly SecretMatch[] {
  const aws = Array.from(text.matchAll(awsKey), (found) => keyAt(found, 'AWS'));
  const mixed = Array.from(text.matchAll(word)).filter(([found]) => isMixed(found));
  return [...aws, ...mixed.map((found) => keyAt(found))];
}

function keyAt({ 0: found, index }: RegExpExecArray, issuer?: string): SecretMatch {
  return { kind: 'key', ...(issuer !== undefined && { issuer }), start: index, end: index + found.length };
}

function isMixed(found: string): boolean {
  const kinds = Array.from(found, kindOf);
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  const count = (kind: CharacterKind): number => kinds.filter((other) => other === kind).length;
  return (
    changes >= changesOfKeys * (found.length - 1) &&
    count('digit') >= digitsOfKeys &&
    count('lower') > 1 &&
    count('upper') > 1 &&
    !/^sha\d+-/i.test(found)
  );
}

type CharacterKind = 'lower' | 'upper' | 'digit' | 'sign';

function kindOf(character: string): CharacterKind {
  if (/[a-z]/.test(character)) {
    return 'lower';
  }
  if (/[A-Z]/.test(character)) {
    return 'upper';
  }
  return /\d/.test(character) ? 'digit' : 'sign';
}
