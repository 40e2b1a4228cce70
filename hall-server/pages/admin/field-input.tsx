import { Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { type Language, languageNames, languages, languageTags } from '../../../shared/languages.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { type Draft, type Path, valueAt } from './draft.ts';
import { type Field, isOn, showValue } from './field.ts';

export interface FieldInputProps {
  readonly field: Field;
  readonly draft: Draft;
  readonly set: (path: Path, value: unknown) => void;
  /** What is wrong at a path, in words. */
  readonly wrongAt: (path: Path) => string | null;
  readonly disabled: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** One labelled field with its hint or what is wrong with it. */
export function FieldInput({ field, draft, set, wrongAt, disabled }: FieldInputProps) {
  const id = useId();
  const texts = useTexts(adminTexts);
  const value = valueAt(draft, field.path);
  // A name's three lines each show their own fault.
  const wrong = field.as === 'words' ? null : wrongAt(field.path);
  const change = (next: unknown) => set(field.path, next);
  const changeWords = (language: Language, text: string) => {
    const others = languages.filter((one) => one !== language).map((one) => valueAt(draft, [...field.path, one]));
    const none = field.as === 'words' && field.nullable === true && [text, ...others].every((one) => !textOf(one));
    if (none) change(null);
    else set([...field.path, language], text);
  };
  const shared = {
    id,
    disabled,
    'aria-invalid': wrong !== null,
    'aria-describedby': `${id}-help`,
  };
  const input = () => {
    switch (field.as) {
      case 'words':
        return (
          <div className="admin-words">
            {languages.map((language) => {
              const wrongHere = wrongAt([...field.path, language]);
              return (
                <div key={language}>
                  <Input
                    {...shared}
                    id={language === 'zhHans' ? id : `${id}-${language}`}
                    lang={languageTags[language]}
                    aria-label={`${field.label} ${languageNames[language]}`}
                    aria-invalid={wrongHere !== null}
                    status={wrongHere === null ? '' : 'error'}
                    prefix={<span className="admin-language">{languageNames[language]}</span>}
                    value={textOf(valueAt(draft, [...field.path, language]))}
                    onChange={(event) => changeWords(language, event.target.value)}
                  />
                  {wrongHere !== null && <span className="admin-wrong">{wrongHere}</span>}
                </div>
              );
            })}
          </div>
        );
      case 'line': {
        const Line = field.secret ? Input.Password : Input;
        return (
          <Line
            {...shared}
            autoComplete={field.secret ? 'new-password' : 'off'}
            value={textOf(value)}
            onChange={(event) => change(field.nullable && event.target.value === '' ? null : event.target.value)}
          />
        );
      }
      case 'number':
        return (
          <InputNumber
            {...shared}
            className="admin-number"
            suffix={field.unit}
            {...(field.none === undefined ? {} : { placeholder: field.none })}
            value={typeof value === 'number' ? value : null}
            onChange={change}
          />
        );
      case 'choice':
        return (
          <Select
            {...shared}
            value={typeof value === 'string' && value !== '' ? value : field.none === undefined ? null : ''}
            onChange={(next: string) => change(next === '' ? null : next)}
            options={[...(field.none === undefined ? [] : [{ value: '', label: field.none }]), ...field.choices]}
          />
        );
      case 'choices':
        return (
          <Checkbox.Group
            disabled={disabled}
            options={[...field.choices]}
            value={[...listOf(value)]}
            onChange={(chosen) => {
              // In the hall's order, whatever the order of the clicks.
              change(field.choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.value));
            }}
          />
        );
      case 'levels':
        return <Levels field={field} value={Array.isArray(value) ? value : []} change={change} disabled={disabled} />;
      case 'switch':
        return (
          <span className="admin-switch">
            <Switch
              id={id}
              disabled={disabled}
              checked={isOn(field, value)}
              onChange={(on) => change(field.start === undefined ? on : on ? field.start : null)}
            />
            {showValue(field, value, texts)}
          </span>
        );
    }
  };
  return (
    <Form.Item label={field.label} htmlFor={id} validateStatus={wrong === null ? '' : 'error'}>
      {input()}
      {/* Not antd's `help`: that takes back the room under the field. */}
      <p
        id={`${id}-help`}
        className={wrong === null ? 'admin-hint' : 'admin-wrong'}
        role={wrong === null ? undefined : 'alert'}
      >
        {wrong ?? field.hint}
      </p>
    </Form.Item>
  );
}

interface LevelsProps {
  readonly field: Extract<Field, { as: 'levels' }>;
  readonly value: readonly unknown[];
  readonly change: (levels: readonly (readonly string[])[]) => void;
  readonly disabled: boolean;
}

const mostLevels = 5;

/** A work profile's levels, first to last; each holds the queues called together. */
function Levels({ field, value, change, disabled }: LevelsProps) {
  const texts = useTexts(adminTexts);
  const levels = value.map(listOf);
  return (
    <ol className="admin-levels">
      {levels.map((level, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place in the order
        <li key={index}>
          <span>{texts.level(index + 1)}</span>
          <Select
            mode="multiple"
            aria-label={`${field.label} ${texts.level(index + 1)}`}
            disabled={disabled}
            value={[...level]}
            options={[...field.choices]}
            optionFilterProp="label"
            onChange={(next: string[]) => change(levels.map((one, at) => (at === index ? next : one)))}
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
        </li>
      ))}
      {levels.length < mostLevels && (
        <li>
          <Button disabled={disabled} icon={<Plus size={18} aria-hidden />} onClick={() => change([...levels, []])}>
            {texts.addLevel}
          </Button>
        </li>
      )}
    </ol>
  );
}
