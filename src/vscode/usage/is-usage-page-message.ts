import { usagePageMessages, type UsagePageMessage } from '../../shared/usage-report';

/** Whether something that the page posted is one of its messages. */
export function isUsagePageMessage(value: unknown): value is UsagePageMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    usagePageMessages.some((type) => type === value.type)
  );
}
