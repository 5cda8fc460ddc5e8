import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { describeSecrets } from '../../src/shared/attachment/describe-secrets';
import type { HeldBack as Held } from '../../src/shared/attachment/secrets';
import { language } from '../../src/shared/language';
import { CheckingLine } from '../attachments/secrets/checking-line';
import { SecretQuestion } from '../attachments/secrets/secret-question';
import { useServices } from '../services';

/** What may hold secrets and is sent beside what is in the tray: the question itself, and what earlier ones had attached. */
export function HeldBack({ held }: { readonly held: readonly Held[] }): JSX.Element | null {
  const { post, announce, focusComposer } = useServices();
  const said = held
    .flatMap(({ name, secrets }) =>
      secrets.status === 'found'
        ? t('{0} may hold secrets: {1}.', name, describeSecrets(secrets.findings, language()))
        : [],
    )
    .join(' ');
  useEffect(() => {
    if (said !== '') {
      announce(said);
    }
  }, [said, announce]);
  return held.length > 0 ? (
    <ul class="held-back" aria-label={t('Sent with the question')}>
      {held.map(({ id, kind, name, secrets }) =>
        secrets.status === 'checking' ? (
          <li key={id}>
            <CheckingLine
              name={name}
              text={t('Checking {0} for secrets…', name)}
              onSkip={() => {
                post({ type: 'secretsAccepted', id });
                focusComposer();
              }}
            />
          </li>
        ) : (
          <li key={id} class="held-back-item">
            <p class="held-back-name">{kind === 'typed' ? name : t('{0}, from earlier in this chat', name)}</p>
            <SecretQuestion
              attachment={{ id, kind, name }}
              check={secrets}
              {...(kind !== 'typed' && {
                onRemove: () => {
                  post({ type: 'earlierAttachmentRemoved', id });
                  announce(t('{0} removed', name));
                  focusComposer();
                },
              })}
            />
          </li>
        ),
      )}
    </ul>
  ) : null;
}
