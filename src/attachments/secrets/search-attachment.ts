import type { SecretMatch } from '../../media-process/secret-service';
import type { Attachment } from '../../shared/attachment/attachment';
import type { SecretCheck, SecretFinding } from '../../shared/attachment/secrets';
import type { ImageReference } from '../../shared/blob';
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
    case 'pages': {
      const texts = await pageTexts(searched, context);
      const findings = await searchTexts(
        texts.map(({ page, text }) => ({ text, page })),
        context,
      );
      return found(await withThoseIn(searched.pictures, findings, context), { canRedact: true });
    }
    case 'parts': {
      const { texts, pictures, firstLine } = searched;
      const blobs = await Promise.all(texts.map(({ sha256 }) => context.blobs.get(sha256)));
      const findings = await searchTexts(
        blobs.map((bytes) => ({
          text: Buffer.from(bytes).toString(),
          ...(firstLine !== undefined && { firstLine }),
        })),
        context,
      );
      // Of what moves, words alone would not say what its pictures show.
      const canRedact = attachment.kind !== 'video' && attachment.kind !== 'image';
      return found(await withThoseIn(pictures, findings, context), { canRedact });
    }
  }
}

function found(
  findings: readonly SecretFinding[],
  rest: Omit<Extract<SecretCheck, { readonly status: 'found' }>, 'status' | 'findings'>,
): Extract<SecretCheck, { readonly status: 'found' }> | undefined {
  return findings.length > 0 ? { status: 'found', findings, ...rest } : undefined;
}

/** Reading many pictures may take longer than anybody waits: what was found by then is told. */
async function withThoseIn(
  pictures: readonly ImageReference[],
  inTexts: readonly SecretFinding[],
  context: SearchContext,
): Promise<readonly SecretFinding[]> {
  const findings = [...inTexts];
  try {
    for (const [index, picture] of pictures.entries()) {
      const { secrets } = await findInPicture(picture, {
        ...context,
        onProgress: (fraction) => context.onProgress((index + fraction) / pictures.length),
      });
      findings.push(
        ...secrets.map(({ kind, issuer }): SecretFinding => ({
          kind,
          ...(issuer !== undefined && { issuer }),
          place: { type: 'picture', areas: [] },
        })),
      );
    }
  } catch (error) {
    if (!context.signal.aborted || findings.length === 0) {
      throw error;
    }
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
