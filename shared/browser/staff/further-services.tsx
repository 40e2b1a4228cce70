import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { mostServices } from '../../commands.ts';
import type { ServiceId } from '../../ids.ts';
import { severalServicesTexts } from '../../texts/several-services.ts';
import type { NamedService } from '../../views.ts';
import { useSpeech, useTexts } from '../language.tsx';

interface FurtherServicesProps {
  /** Everything there is to choose from. */
  readonly services: readonly NamedService[];
  readonly present: ServiceId | null;
  readonly further: readonly NamedService[];
  readonly disabled: boolean;
  readonly add: (serviceId: ServiceId) => void;
  readonly drop: (serviceId: ServiceId) => void;
}

/** What else a number is for, in order: one more, or one less. */
export function FurtherServices({ services, present, further, disabled, add, drop }: FurtherServicesProps) {
  const { say } = useSpeech();
  const texts = useTexts(severalServicesTexts);
  const taken = new Set([present, ...further.map(({ serviceId }) => serviceId)]);
  const full = further.length >= mostServices - 1;
  return (
    <div className="further-services">
      {further.length === 0 ? (
        <p>{texts.nothingFurther}</p>
      ) : (
        <ol>
          {further.map(({ serviceId, name }) => (
            <li key={serviceId}>
              {say(name)}
              <Button
                type="text"
                icon={<X size={18} aria-hidden />}
                aria-label={texts.drop(say(name))}
                title={texts.drop(say(name))}
                disabled={disabled}
                onClick={() => drop(serviceId)}
              />
            </li>
          ))}
        </ol>
      )}
      {full ? (
        <p>{texts.most(mostServices)}</p>
      ) : (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          autoFocus
          value={null}
          placeholder={texts.choose}
          aria-label={texts.choose}
          disabled={disabled}
          options={services
            .filter(({ serviceId }) => !taken.has(serviceId))
            .map(({ serviceId, name }) => ({ value: serviceId, label: say(name) }))}
          onChange={(serviceId: ServiceId | null) => {
            if (serviceId !== null) add(serviceId);
          }}
        />
      )}
    </div>
  );
}
