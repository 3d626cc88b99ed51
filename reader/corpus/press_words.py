"""Words that several rooms of the corpus read by: letters, months, agencies."""

UPPER = "A-ZÀ-ÖØ-ÞŒ"
LOWER = "a-zß-öø-ÿœ"
MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
AGENCIES = (
    "AFP|Agence France-Presse|Reuters|REUTERS|AP|Associated Press|Belga|BELGA|ATS|Keystone|EPA|APS|Xinhua|"
    "EFE|DPA|dpa|Ansa|ANSA|Sipa|SIPA|Getty Images|Getty|La Presse canadienne|PC|MAP|TASS|PANA"
)
