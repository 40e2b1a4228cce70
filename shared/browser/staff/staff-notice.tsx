import { Button } from 'antd';

/** A whole page that says what is the matter, what to do, and offers to do it. */
export function StaffNotice(props: { title: string; help: string; action: string; act: () => void }) {
  return (
    <main className="staff-notice" role="alert">
      <h1>{props.title}</h1>
      <p>{props.help}</p>
      <Button type="primary" size="large" onClick={props.act}>
        {props.action}
      </Button>
    </main>
  );
}

/** Grey shapes where the page will be, for the moment until the hall answers. */
export function StaffSkeleton({ says }: { says: string }) {
  return (
    <main className="staff-skeleton" aria-busy="true">
      <p role="status">{says}</p>
      <div aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </main>
  );
}
