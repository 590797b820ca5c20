LocalizedText = dict[str, str]
"""The same text in several languages, by language code such as `en-GB`."""
