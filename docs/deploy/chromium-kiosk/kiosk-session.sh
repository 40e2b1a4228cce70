#!/bin/sh
# One kiosk or screen in Chromium: a window manager that takes the escape keys, and Chromium on one page of the hall.
# usage: kiosk-session.sh https://hall.example/kiosk/?device=kiosk-1
# Run by clearcall-kiosk.service inside an X session of its own, which ends when the window manager does.
set -eu
here=$(dirname "$(readlink -f "$0")")

# First the window manager, which starts this script once more when it is ready. A browser that comes before it gets no
# full screen, no keyboard, and nobody who takes the keys.
if [ -z "${KIOSK_ADDRESS:-}" ]; then
  KIOSK_ADDRESS=${1:?the address of a page of the hall}
  export KIOSK_ADDRESS
  # No blanking, no power saving. A server without these extensions says so and goes on.
  xset s off -dpms s noblank 2>/dev/null || true
  exec openbox --config-file "$here/openbox-rc.xml" --startup "\"$here/kiosk-session.sh\""
fi

browser=${CHROMIUM:-chromium}
profile=${PROFILE:-$HOME/chromium-kiosk}

# A browser that ends is started again; systemd does the same for the whole session.
while :; do
  # After a power cut Chromium would offer to restore its pages, in a bubble over ours.
  preferences="$profile/Default/Preferences"
  if [ -f "$preferences" ]; then
    sed -i 's/"exit_type":"[^"]*"/"exit_type":"Normal"/; s/"exited_cleanly":false/"exited_cleanly":true/' "$preferences"
  fi
  # Word splitting is wanted: CHROMIUM_FLAGS holds several.
  # shellcheck disable=SC2086
  "$browser" \
    --kiosk --user-data-dir="$profile" --no-first-run --no-default-browser-check \
    --autoplay-policy=no-user-gesture-required \
    --disable-pinch --overscroll-history-navigation=0 \
    --noerrdialogs --disable-session-crashed-bubble --disable-component-update \
    --password-store=basic \
    ${CHROMIUM_FLAGS:-} "$KIOSK_ADDRESS" || true
  sleep 2
done
