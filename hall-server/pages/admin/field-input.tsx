import { Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useId } from 'react';
import { useTexts } from '../../../shared/browser/language.tsx';
import { type Language, languageNames, languages, languageTags } from '../../../shared/languages.ts';
import { adminTexts } from '../../../shared/texts/admin.ts';
import { type Draft, type Path, valueAt } from './draft.ts';
import { type Field, isOn, showValue } from './field.ts';
import { ProfileLevels } from './profile-levels.tsx';

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
        return <ProfileLevels field={field} value={value} change={change} disabled={disabled} />;
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
