// What is found changes as one types; without script the button does the same.
htmx.config.includeIndicatorStyles = false; // the policy of the site allows no style in the page
htmx.config.allowEval = false;
htmx.config.historyCacheSize = 0; // what is private stays out of the storage of the browser
