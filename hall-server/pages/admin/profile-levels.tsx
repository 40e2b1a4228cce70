import { Button, InputNumber, Segmented, Select } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { levelOrders } from '../../../shared/setup.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import type { Field } from './field.ts';
import { type DraftLevel, levelsFrom } from './level-words.ts';

interface LevelsProps {
  readonly field: Extract<Field, { as: 'levels' }>;
  readonly value: unknown;
  readonly change: (levels: readonly DraftLevel[]) => void;
  readonly disabled: boolean;
}
type DraftQueue = DraftLevel['queues'][number];

const mostLevels = 5;
const mostShare = 9;

/** A work profile's levels, first to last; each holds the queues called together, and how. */
export function ProfileLevels({ field, value, change, disabled }: LevelsProps) {
  const texts = useTexts(adminTexts);
  const levels = levelsFrom(value);
  const nameOf = (queue: string) => field.choices.find((choice) => choice.value === queue)?.label ?? queue;
  return (
    <ol className="admin-levels">
      {levels.map((level, index) => {
        const name = texts.level(index + 1);
        const set = (changed: Partial<DraftLevel>) =>
          change(levels.map((one, at) => (at === index ? { ...one, ...changed } : one)));
        const choose = (chosen: readonly string[]) =>
          set({
            queues: chosen.map(
              (queue) =>
                level.queues.find((one) => one.queue === queue) ?? { queue, share: 1, firstAfterMinutes: null },
            ),
            ...(chosen.length < 2 ? { order: 'time' } : {}),
          });
        const setQueue = (queue: string, changed: Partial<DraftQueue>) =>
          set({ queues: level.queues.map((one) => (one.queue === queue ? { ...one, ...changed } : one)) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place in the order
          <li key={index}>
            <div className="admin-level">
              <span>{name}</span>
              <Select
                mode="multiple"
                aria-label={`${field.label} ${name}`}
                disabled={disabled}
                value={level.queues.map((one) => one.queue)}
                options={[...field.choices]}
                optionFilterProp="label"
                onChange={choose}
              />
              {levels.length > 1 && (
                <Button
                  aria-label={texts.removeLevel(index + 1)}
                  title={texts.removeLevel(index + 1)}
                  disabled={disabled}
                  icon={<Trash2 size={18} aria-hidden />}
                  onClick={() => change(levels.filter((_, at) => at !== index))}
                />
              )}
            </div>
            {level.queues.length > 1 && (
              <Segmented
                aria-label={texts.orderOf(name)}
                disabled={disabled}
                value={level.order}
                options={levelOrders.map((order) => ({ value: order, label: texts.orders[order] }))}
                onChange={(order) => set({ order })}
              />
            )}
            {level.queues.map(({ queue, share, firstAfterMinutes }) => (
              <div key={queue} className="admin-level-queue">
                <span>{nameOf(queue)}</span>
                {level.order === 'share' && (
                  <InputNumber
                    aria-label={texts.shareOf(nameOf(queue))}
                    disabled={disabled}
                    min={1}
                    max={mostShare}
                    prefix={texts.share}
                    suffix={texts.units.people}
                    value={share}
                    onChange={(next) => setQueue(queue, { share: next })}
                  />
                )}
                <InputNumber
                  className="admin-level-late"
                  aria-label={texts.firstAfterOf(nameOf(queue))}
                  disabled={disabled}
                  min={1}
                  max={24 * 60}
                  prefix={texts.firstAfter}
                  suffix={texts.firstAfterUnit}
                  placeholder={texts.never}
                  value={firstAfterMinutes}
                  onChange={(next) => setQueue(queue, { firstAfterMinutes: next })}
                />
              </div>
            ))}
          </li>
        );
      })}
      {levels.length < mostLevels && (
        <li>
          <Button
            disabled={disabled}
            icon={<Plus size={18} aria-hidden />}
            onClick={() => change([...levels, { order: 'time', queues: [] }])}
          >
            {texts.addLevel}
          </Button>
        </li>
      )}
    </ol>
  );
}
