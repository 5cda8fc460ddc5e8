import type { SecretMatch } from '../../media-process/secret-service';
import type { Attachment } from '../../shared/attachment/attachment';
import type { SecretCheck, SecretFinding } from '../../shared/attachment/secrets';
import type { PrepareContext } from '../attachment-services';
import { describePlaces } from './describe-places';
import { findInPicture } from './find-in-picture';
import { findInText } from './find-in-text';
import { pageTexts } from './page-texts';
import type { Searched } from './searched';

export type SearchContext = Pick<PrepareContext, 'media' | 'blobs' | 'derived' | 'passwords' | 'signal'> & {
  readonly onProgress: (fraction: number) => void;
};

/** Looks for secrets in what is sent of an attachment; undefined where there are none. Throws as the media process does. */
export async function searchAttachment(
  attachment: Attachment,
  searched: Searched,
  context: SearchContext,
): Promise<Extract<SecretCheck, { readonly status: 'found' }> | undefined> {
  switch (searched.type) {
    case 'picture': {
      const { size, secrets } = await findInPicture(searched.picture, context);
      const findings = secrets.map(({ areas, ...secret }): SecretFinding => ({
        ...secret,
        place: { type: 'picture', areas },
      }));
      return found(findings, { size, canRedact: true });
    }
    case 'pictures':
      return found(await searchPictures(searched, context), { canRedact: false });
    case 'pages': {
      const texts = await pageTexts(searched, context);
      const findings = await searchTexts(
        texts.map(({ page, text }) => ({ text, page })),
        context,
      );
      return found(findings, { canRedact: true });
    }
    case 'texts': {
      const { firstLine } = searched;
      const blobs = await Promise.all(searched.texts.map(({ sha256 }) => context.blobs.get(sha256)));
      const findings = await searchTexts(
        blobs.map((bytes) => ({
          text: Buffer.from(bytes).toString(),
          ...(firstLine !== undefined && { firstLine }),
        })),
        context,
      );
      // Of a video, words alone would not say what its pictures show.
      return found(findings, { canRedact: attachment.kind !== 'video' });
    }
  }
}

function found(
  findings: readonly SecretFinding[],
  rest: Omit<Extract<SecretCheck, { readonly status: 'found' }>, 'status' | 'findings'>,
): Extract<SecretCheck, { readonly status: 'found' }> | undefined {
  return findings.length > 0 ? { status: 'found', findings, ...rest } : undefined;
}

async function searchPictures(
  { pictures }: Extract<Searched, { readonly type: 'pictures' }>,
  context: SearchContext,
): Promise<readonly SecretFinding[]> {
  const findings: SecretFinding[] = [];
  for (const [index, picture] of pictures.entries()) {
    const { secrets } = await findInPicture(picture, {
      ...context,
      onProgress: (fraction) => context.onProgress((index + fraction) / pictures.length),
    });
    findings.push(
      ...secrets.map(({ areas: _areas, ...secret }) => ({ ...secret, place: { type: 'picture', areas: [] } }) as const),
    );
  }
  return findings;
}

interface SearchedText {
  readonly text: string;
  readonly page?: number;
  readonly firstLine?: number;
}

async function searchTexts(texts: readonly SearchedText[], context: SearchContext): Promise<readonly SecretFinding[]> {
  const findings: SecretFinding[] = [];
  for (const { text, ...where } of texts) {
    const matches: readonly SecretMatch[] = await findInText(text, context);
    findings.push(...describePlaces(text, matches, where));
  }
  return findings;
}
