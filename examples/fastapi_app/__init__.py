"""A small web backend on mews-connector; docs/backend.md walks through it.

It needs fastapi, uvicorn and mews-connector[workflows]. The variables are MEWS_* as everywhere,
and those in settings.py. From the folder above: python -m fastapi_app
"""
