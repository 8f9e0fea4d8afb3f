"""How a request goes by HTTP: its body, the connections and the proxy that it uses, and what comes back in their stead."""
