import { useState } from "react";
import { toast } from "../lib/toasts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { EmptyState, Skeleton } from "../ui/states.tsx";
import { Figure, type Pick } from "./figure.tsx";
import { text } from "./samples.ts";

export function OverlaySamples({ s }: { s: Pick }) {
  const [open, setOpen] = useState<"dialog" | "sheet">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Figure title={s(text.overlays)}>
        <div className="row">
          <Button onClick={() => setOpen("dialog")}>{s(text.openDialog)}</Button>
          <Button onClick={() => setOpen("sheet")}>{s(text.openSheet)}</Button>
          <MenuButton
            label={s(text.openMenu)}
            groups={[
              {
                key: "view",
                title: s(text.view),
                selected: "grid",
                items: [
                  { key: "grid", label: s(text.grid) },
                  { key: "list", label: s(text.list) },
                ],
              },
              { key: "more", items: [{ key: "revoke", label: s(text.revoke) }] },
            ]}
            onAction={() => {}}
          >
            {s(text.openMenu)}
          </MenuButton>
          <Button onClick={() => toast(s(text.released), { label: s(text.undo), onUndo: () => {} })}>
            {s(text.showToast)}
          </Button>
        </div>
        <Dialog
          open={open !== undefined}
          onClose={close}
          kind={open ?? "dialog"}
          title={s(text.dialogTitle)}
          closeLabel={s(text.close)}
          actions={
            <>
              <Button onClick={close}>{s(text.cancel)}</Button>
              <Button tone="danger" onClick={close}>
                {s(text.assign)}
              </Button>
            </>
          }
        >
          <p>{s(text.dialogText)}</p>
        </Dialog>
      </Figure>
      <Figure half title={s(text.empty)}>
        <EmptyState title={s(text.empty)} actions={<Button>{s(text.setTimes)}</Button>}>
          {s(text.emptyText)}
        </EmptyState>
      </Figure>
      <Figure half title={s(text.loading)}>
        <Skeleton label={s(text.loading)} rows={3} />
      </Figure>
    </>
  );
}
