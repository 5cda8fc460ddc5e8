import { leavesMachine, type ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { SecretCheck } from '../../shared/attachment/secrets';
import type { Disposable } from '../../util/disposable';
import type { AttachmentServices } from '../attachment-services';
import { searchAttachment } from './search-attachment';
import { searchedOf, type Searched } from './searched';

export interface SecretSearchesOptions {
  readonly services: Pick<AttachmentServices, 'media' | 'blobs' | 'derived' | 'passwords'>;
  /** Whether the person wants to be told of secrets at all. */
  readonly isOn: () => boolean;
  /** Something else is known of the attachment of this identifier. */
  readonly onChange: (id: string) => void;
}

/** Milliseconds after which a search is given up, with what it has found by then. */
const longest = 60_000;

/** Looks for secrets in attachments that would be sent to another machine. */
export class SecretSearches implements Disposable {
  readonly #options: SecretSearchesOptions;
  /** By the identifier of the attachment. */
  readonly #searches = new Map<string, Search>();

  constructor(options: SecretSearchesOptions) {
    this.#options = options;
  }

  /** What is known of a prepared attachment that would go to this model. The search begins where there is none yet. */
  check(attachment: Attachment, target: ModelTarget): SecretCheck | undefined {
    const { id, secretsAccepted } = attachment;
    const isWanted = this.#options.isOn() && leavesMachine(target);
    const searched = isWanted ? searchedOf(attachment) : undefined;
    if (!searched || searched.key === secretsAccepted) {
      this.forget(id);
      return undefined;
    }
    const running = this.#searches.get(id);
    return running?.key === searched.key ? running.result : this.#start(attachment, searched);
  }

  forget(id: string): void {
    this.#searches.get(id)?.controller.abort();
    this.#searches.delete(id);
  }

  /** What is not among these is not to be sent any more. */
  forgetAllBut(ids: ReadonlySet<string>): void {
    [...this.#searches.keys()].filter((id) => !ids.has(id)).forEach((id) => this.forget(id));
  }

  /** Resolves when nothing is being searched. */
  async settled(): Promise<void> {
    for (let running = this.#running; running.length > 0; running = this.#running) {
      await Promise.all(running.map(({ done }) => done));
    }
  }

  dispose(): void {
    [...this.#searches.keys()].forEach((id) => this.forget(id));
  }

  get #running(): readonly Search[] {
    return [...this.#searches.values()].filter(({ result }) => result?.status === 'checking');
  }

  #start(attachment: Attachment, searched: Searched): SecretCheck {
    const { id } = attachment;
    this.forget(id);
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (result: SecretCheck | undefined): void => {
      const search = this.#searches.get(id);
      if (!signal.aborted && search) {
        search.result = result;
        this.#options.onChange(id);
      }
    };
    const context = {
      ...this.#options.services,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]),
      onProgress: inPercents(tell),
    };
    const done = searchAttachment(attachment, searched, context).then(tell, () => tell({ status: 'unchecked' }));
    const result: SecretCheck = { status: 'checking' };
    this.#searches.set(id, { key: searched.key, controller, done, result });
    return result;
  }
}

/** What was said of the same bytes is not asked again. */
export function withSecretsAccepted(attachment: Attachment): Attachment {
  const searched = searchedOf(attachment);
  return searched ? { ...attachment, secretsAccepted: searched.key } : attachment;
}

/** What tells more often would have the page drawn for nothing. */
function inPercents(tell: (check: SecretCheck) => void): (fraction: number) => void {
  let told = 0;
  return (fraction) => {
    const progress = Math.floor(Math.min(Math.max(fraction, 0), 1) * 20) / 20;
    if (progress > told) {
      told = progress;
      tell({ status: 'checking', progress });
    }
  };
}

interface Search {
  readonly key: string;
  readonly controller: AbortController;
  readonly done: Promise<void>;
  result: SecretCheck | undefined;
}
