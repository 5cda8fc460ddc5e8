import type { Region, RegionPageMessage } from '../../shared/region';
import { isRecord } from '../../store/guard';

const messagesWithoutFields: ReadonlySet<unknown> = new Set<Exclude<RegionPageMessage['type'], 'regionChosen'>>([
  'ready',
  'wholePictureChosen',
  'choiceCancelled',
]);

/** Whether something that the region page posted is one of its messages. */
export function isRegionPageMessage(value: unknown): value is RegionPageMessage {
  if (!isRecord(value)) {
    return false;
  }
  return value['type'] === 'regionChosen' ? isRegion(value['region']) : messagesWithoutFields.has(value['type']);
}

function isRegion(value: unknown): value is Region {
  return (
    isRecord(value) &&
    ['left', 'top', 'width', 'height'].every((name) => Number.isInteger(value[name])) &&
    [value['left'], value['top']].every((start) => Number(start) >= 0) &&
    [value['width'], value['height']].every((length) => Number(length) >= 1)
  );
}
