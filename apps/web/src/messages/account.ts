/** Making an account, signing in, and a new password. */
export const accountMessages = {
  fields: {
    name: "Name",
    nameHint: "As your coach would call you.",
    email: "E-mail",
    password: "Password",
    newPassword: "New password",
    passwordHint: "At least 10 characters. A sentence is easier to remember than a riddle.",
  },
  mend: {
    name: "Write a name, of at most 200 characters.",
    email: "Write an e-mail address, such as ada@example.org.",
    newPassword: "Take at least 10 and at most 128 characters.",
    password: "Write your password.",
  },
  problems: (count: number) =>
    count === 1 ? "One field needs another look." : `${String(count)} fields need another look.`,
  sending: "One moment",

  signUp: {
    title: "Keep your plans",
    lead: "With an account they are here on every device, for as long as you like.",
    takesOver: "Everything that you made in this browser comes along.",
    submit: "Make an account",
    off: "Accounts cannot be made here just now",
    hasOne: "I have an account",
  },
  signIn: {
    title: "Sign in",
    lead: "What you made in this browser joins what your account has.",
    submit: "Sign in",
    forgotten: "Forgotten the password?",
    hasNone: "Make an account",
    ranOut: "You were signed out",
    ranOutLead: "Your session has run out. Sign in and you are back here, where you were.",
    asGuest: "Go on without signing in",
  },
  welcomeAdmin: {
    title: "The first administrator",
    lead: "Whoever runs this server makes one account here that may do everything. The link works once.",
    submit: "Make the administrator",
    noSecretLead: "Open it whole, as it was printed when the server started, with what stands behind the #.",
  },
  signedIn: {
    title: (name: string) => `You are signed in, ${name}`,
    lead: "Your plans are kept.",
    go: "To today",
  },
  forgotten: {
    title: "A new password",
    lead: "Tell us the address of your account. A letter with a link comes to it.",
    submit: "Send me a link",
    sent: "Look into your mail",
    sentLead: (email: string) =>
      `If there is an account for ${email}, a letter with a link is on its way. The link is good for an hour.`,
    again: "Send it once more",
  },
  confirm: {
    sent: "Look into your mail",
    sentLead: (email: string) =>
      `A letter is on its way to ${email}. The link in it is good for a day; once you have followed it you can sign in. What you made as a guest is kept for you.`,
    waits: "Your address waits to be confirmed",
    waitsLead: (email: string) =>
      `A letter with a link was sent to ${email}. Follow it, and then sign in here.`,
    again: "Send it once more",
    sentAgain: "Another letter is on its way.",
    title: "Confirm your address",
    lead: "This says that the letter has reached you. After it you can sign in.",
    submit: "Confirm it",
    done: "Your address is confirmed",
    doneLead: "Sign in, and everything is there.",
    another: "Ask for another link",
    askTitle: "A link to confirm your address",
    askLead: "Tell us the address of your account. A letter with another link comes to it.",
    askSubmit: "Send me a link",
    askedLead: (email: string) =>
      `If an account waits for ${email} to be confirmed, a letter with a link is on its way. The link is good for a day.`,
  },
  newPassword: {
    title: "Choose a new password",
    lead: "All sessions of your account end, so that nobody else stays signed in.",
    submit: "Keep this password",
    done: "Your new password is kept",
    doneLead: "Sign in with it now.",
    noToken: "This link is not whole",
    noTokenLead: "Open it from the letter again, or ask for another.",
    another: "Ask for another link",
  },
} as const;
