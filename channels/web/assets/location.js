// Where the customer is, asked of the browser, which asks the customer. Rejects with "denied" or "failed".
const OPTIONS = { timeout: 15_000, maximumAge: 60_000 };

export const findLocation = () =>
  new Promise((found, rejected) => {
    if (!navigator.geolocation) return rejected("failed");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => found({ latitude, longitude }),
      ({ code, PERMISSION_DENIED }) => rejected(code === PERMISSION_DENIED ? "denied" : "failed"),
      OPTIONS,
    );
  });
