import { App, Button } from 'antd';
import { CreditCard, type LucideIcon, RotateCw, ScanEye } from 'lucide-react';
import { useSpeech } from '../../../shared/browser/language.tsx';
import type { DeviceRow } from '../../../shared/http.ts';
import { type Order, orders } from '../../../shared/protocol.ts';
import { adminScreensTexts } from '../../../shared/texts/admin-screens.ts';
import { rejectionTexts } from '../../../shared/texts/rejections.ts';
import type { Questions } from './questions.ts';

const icons = { identify: ScanEye, measure: CreditCard, reload: RotateCw } as const satisfies Record<Order, LucideIcon>;

/** What can be asked of a screen from here. It is done at once or not at all. */
export function ScreenOrders({ device, questions }: { device: DeviceRow; questions: Questions }) {
  const { language } = useSpeech();
  const texts = adminScreensTexts[language];
  const { message } = App.useApp();
  const give = async (order: Order) => {
    const asked = await questions.orderDevice({ deviceId: device.deviceId, order });
    if (asked.ok) void message.success(texts.ordered);
    else void message.error(rejectionTexts[language][asked.code]({}));
  };
  return (
    <span className="admin-row-buttons">
      {orders.map((order) => {
        const Icon = icons[order];
        return (
          <Button
            key={order}
            type="link"
            disabled={!device.online}
            icon={<Icon size={18} aria-hidden />}
            title={texts.orderHelp[order]}
            aria-label={`${texts.orders[order]} ${device.name}`}
            onClick={() => void give(order)}
          >
            {texts.orders[order]}
          </Button>
        );
      })}
    </span>
  );
}
